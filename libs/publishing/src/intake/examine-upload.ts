import type { DataSource, EntityManager } from 'typeorm';
import type { ReadOptions } from '#ocds';
import { Publisher } from '#database';
import type { JobWriter } from '#queue';
import type { Settings } from '#settings';
import type { SourceLimits } from '#tables';
import type { BatchReport } from '../batch-report.js';
import { ingestFile } from '../ingest-file.js';
import { openStoredFile } from '../stored-file.js';
import { storableJson } from '../storable.js';
import { copyRows } from './copy-rows.js';
import { findingsOf } from './findings-of.js';
import { gatherChanges, previewOf } from './preview-of.js';
import { saveFindings } from './save-findings.js';
import type { Upload, UploadPreview } from './upload.js';
import { findUpload } from './upload-rows.js';

export interface ExamineDependencies {
  readonly dataSource: DataSource;
  readonly queues: JobWriter;
  readonly settings: Pick<Settings, 'personalData'>;
}

/** One start of reading an upload. */
export interface Examination {
  readonly uploadId: string;
  /** What this start is known by; writes nothing once there was a later one. */
  readonly attempt: number;
  /** `check`: rehearses, and stores only what was found; `take`: takes the file in. */
  readonly step: 'check' | 'take';
}

/** Somebody cancelled the upload, or another reading took the place of this one. */
export class ExaminationLost extends Error {
  override readonly name = 'ExaminationLost';
}

/** A workbook of 200,000 rows and 90 columns has 18 million cells. */
const TABLE_LIMITS: Partial<SourceLimits> = {
  sheets: 200,
  cells: 50_000_000,
  unpackedBytes: 2 * 1024 ** 3,
  cellLength: 1024 * 1024,
};
const JSON_LIMITS: ReadOptions = { maxBytes: 2 * 1024 ** 3, maxElementBytes: 16 * 1024 ** 2, maxRatio: 200 };

/**
 * Reads an upload whole. A check does all that taking it in would do, in a transaction that is taken back, and stores
 * what it found with another connection; taking it in stores the file, its findings and the upload's new state
 * together.
 *
 * @throws ExaminationLost; whatever the file's readers throw
 */
export async function examineUpload(dependencies: ExamineDependencies, examination: Examination): Promise<void> {
  const { dataSource } = dependencies;
  const { uploadId, step } = examination;
  const upload = await findUpload(dataSource.manager, uploadId);
  const publisher = await dataSource.getRepository(Publisher).findOneByOrFail({ id: upload.publisherId });
  await using stored = await openStoredFile(dataSource.manager, upload.sha256);
  const { changes, add } = gatherChanges();
  await ingestFile(dependencies, {
    path: stored.path,
    fileName: upload.fileName,
    publisher,
    profile: upload.askedProfile ?? undefined,
    buyer: upload.buyer ?? undefined,
    limits: { tables: TABLE_LIMITS, json: JSON_LIMITS },
    onRelease: add,
    ...(step === 'check'
      ? { rehearsal: true, within: (manager, report) => noteCheck(manager, report) }
      : {
          before: (manager) => holdUpload(manager, examination),
          within: (manager, report) => noteTaken(manager, report),
        }),
  });

  async function noteCheck(rehearsal: EntityManager, report: BatchReport): Promise<void> {
    await dataSource.transaction(async (manager) => {
      await holdUpload(manager, examination);
      const preview = await describe(rehearsal, manager, report);
      await copyRows(rehearsal, report.batchId, manager, uploadId);
      await settle(manager, uploadId, { state: 'ready', preview, batchId: null });
    });
  }

  async function noteTaken(manager: EntityManager, report: BatchReport): Promise<void> {
    const preview = await describe(manager, manager, report);
    await manager.query('DELETE FROM upload_row WHERE upload_id = $1', [uploadId]);
    await settle(manager, uploadId, { state: 'done', preview, batchId: report.batchId });
  }

  async function describe(from: EntityManager, to: EntityManager, report: BatchReport): Promise<UploadPreview> {
    const found = findingsOf(from, report.batchId, await isTable(from, report));
    const findings = await saveFindings(to, uploadId, found, upload.replaces);
    return previewOf(from, report, findings, changes);
  }
}

/** A file that was taken in before does not tell its rows again. */
async function isTable(manager: EntityManager, { rows, batchId, seenBefore }: BatchReport): Promise<boolean> {
  if (!seenBefore) return rows !== undefined;
  const [batch] = (await manager.query('SELECT buyer IS NOT NULL AS told FROM batch WHERE id = $1', [batchId])) as {
    told: boolean;
  }[];
  return batch!.told;
}

/** Keeps the upload's row until the end of the transaction, so that it is neither cancelled nor taken twice meanwhile. */
async function holdUpload(manager: EntityManager, { uploadId, attempt, step }: Examination): Promise<void> {
  const state = step === 'check' ? 'checking' : 'taking';
  const rows = (await manager.query(
    'SELECT 1 FROM upload WHERE id = $1 AND state = $2 AND attempt = $3 FOR NO KEY UPDATE',
    [uploadId, state, attempt],
  )) as unknown[];
  if (rows.length === 0) throw new ExaminationLost();
}

interface Settled extends Pick<Upload, 'batchId'> {
  readonly state: 'ready' | 'done';
  readonly preview: UploadPreview;
}

async function settle(manager: EntityManager, id: string, { state, preview, batchId }: Settled): Promise<void> {
  await manager.query(
    `UPDATE upload SET state = $2, preview = $3, batch_id = $4, error = NULL, changed_at = clock_timestamp()
      WHERE id = $1`,
    [id, state, storableJson(preview), batchId],
  );
}
