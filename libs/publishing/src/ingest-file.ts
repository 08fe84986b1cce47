import { stat } from 'node:fs/promises';
import type { DataSource, EntityManager } from 'typeorm';
import type { Publisher } from '#database';
import type { JsonObject, ReadOptions, Release } from '#ocds';
import type { JobWriter } from '#queue';
import type { Body, Profile } from '#sources';
import type { Settings } from '#settings';
import type { SourceLimits } from '#tables';
import { askForPublication } from './ask-for-publication.js';
import { createBatch, fileNameOf, findBatch, finishBatch, type FinishedBatch, type NewBatch } from './batch-rows.js';
import type { BatchReport } from './batch-report.js';
import { inTransaction } from './in-transaction.js';
import { IngestError } from './ingest-error.js';
import { isJsonFile } from './is-json-file.js';
import { loadProfiles } from './load-profiles.js';
import { type MappedFile, mapFile } from './mapping/map-file.js';
import { loadRegister } from './mapping/register-entries.js';
import { numberScope } from './mapping/number-scope.js';
import { uploadContext } from './mapping/upload-context.js';
import { openRewriting } from './rewriting.js';
import { hashFile, storeSourceFile } from './store-source-file.js';
import { takeReleases } from './take-releases.js';
import { takeMapped } from './take-mapped.js';
import type { RowsInput, TakenRows } from './take-rows.js';

export interface IngestDependencies {
  readonly dataSource: DataSource;
  readonly queues: JobWriter;
  readonly settings: Pick<Settings, 'personalData'>;
}

export interface IngestInput {
  readonly path: string;
  readonly publisher: Publisher;
  /** Absent: `ocds` for JSON, else found by the header of the spreadsheet. */
  readonly profile?: string | undefined;
  /** Of a spreadsheet: whose purchases it tells, when not the publisher's own. */
  readonly buyer?: Body | undefined;
  /** Absent: those that come with the platform. */
  readonly profiles?: readonly Profile[];
  /** Name under which the file is kept; that of its path where absent. */
  readonly fileName?: string;
  /** Beyond these a file is refused. */
  readonly limits?: { readonly tables?: Partial<SourceLimits>; readonly json?: ReadOptions };
  /** Does everything and takes it back: the report tells what taking the file in would come to. */
  readonly rehearsal?: boolean;
  /** First statements of the transaction that takes the file in. */
  readonly before?: (manager: EntityManager) => Promise<void>;
  /** Last statements of the same transaction: what they write commits, or is taken back, with the file. */
  readonly within?: (manager: EntityManager, report: BatchReport) => Promise<void>;
  /** Told of each release made of rows, with the one before it. */
  readonly onRelease?: (release: Release, previous: JsonObject | undefined) => void;
}

/**
 * Takes in one file: the raw file, its releases, their verdicts and the jobs that publish them, or the entries of a
 * suppliers' register, commit together or not at all. The same file a second time changes nothing; of a spreadsheet, neither do the same rows in another file.
 *
 * @throws IngestError when the file cannot be read or its format is not known; UnreadableInputError when JSON, and
 *   TableError when a spreadsheet is broken. Nothing is stored then.
 */
export async function ingestFile(dependencies: IngestDependencies, input: IngestInput): Promise<BatchReport> {
  await assertReadable(input.path);
  const sha256 = await hashFile(input.path);
  const profiles = input.profiles ?? (await loadProfiles());
  if (isOfReleases(input.profile, profiles) ?? (await isJsonFile(input.path))) {
    return ingestReleases(dependencies, input, sha256, profiles);
  }
  return ingestRows(dependencies, input, sha256, profiles);
}

/** Undefined where the profile does not tell. */
function isOfReleases(profileId: string | undefined, profiles: readonly Profile[]): boolean | undefined {
  if (profileId === 'ocds') return true;
  const kind = profiles.find(({ id }) => id === profileId)?.kind;
  return kind && kind === 'ocds';
}

async function assertReadable(path: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT'
      ? new IngestError('FILE_MISSING', 'No existe el archivo.', 'Revisar la ruta.')
      : new IngestError('FILE_UNREADABLE', `No se puede abrir: ${error.message}.`, 'Revisar los permisos.');
  });
  if (!found.isFile())
    throw new IngestError('FILE_UNREADABLE', 'No es un archivo.', 'Indicar un archivo o una carpeta.');
}

function ingestReleases(
  dependencies: IngestDependencies,
  input: IngestInput,
  sha256: string,
  profiles: readonly Profile[],
): Promise<BatchReport> {
  const { path, publisher, profile = 'ocds', limits } = input;
  const rewriting = openRewriting(profiles, profile, publisher.ocidPrefix);
  const { personalData } = dependencies.settings;
  const batch = { publisher, sha256, profile, profileVersion: rewriting.version, fileName: fileNameFor(input) };
  return takeIn(dependencies, input, batch, async (manager, batchId) => {
    const read = { path, limits: limits?.json };
    const { summary, ...taken } = await takeReleases(manager, { ...read, publisher, batchId, rewriting, personalData });
    const { format, encoding, notices, releases } = summary;
    const metadata = { ...summary.metadata, ...rewritten(rewriting.counts()) };
    return { batchId, ...taken, format, encoding, metadata, notices, faults: [], read: releases };
  });
}

/** What a profile changed in the releases, beside what their package says. */
function rewritten(changes: Readonly<Record<string, number>>) {
  return Object.keys(changes).length === 0 ? {} : { rewritten: changes };
}

function fileNameFor({ fileName, path }: IngestInput): string {
  return fileNameOf(fileName ?? path);
}

async function ingestRows(
  dependencies: IngestDependencies,
  input: IngestInput,
  sha256: string,
  profiles: readonly Profile[],
): Promise<BatchReport> {
  const { path, publisher, profile, buyer, limits } = input;
  const context = uploadContext(publisher, buyer, new Date());
  const { ocidPrefix } = publisher;
  const register = await loadRegister(dependencies.dataSource.manager, publisher.id);
  const open = (under: string | undefined) => {
    const read = { profiles, profileId: profile, scope: under, ocidPrefix, limits: limits?.tables };
    return mapFile(path, { ...read, context: { ...context, register } });
  };
  const { file, scope } = await openUnderScope(dependencies, input, open);
  try {
    const { id, version } = file.profile;
    const about = { profile: id, profileVersion: version, buyer: context.buyer, scope };
    const batch = { publisher, sha256, fileName: fileNameFor(input), ...about };
    const { onRelease } = input;
    return await takeIn(dependencies, input, batch, (manager, batchId) =>
      ingestMapped(manager, dependencies, {
        file,
        profiles,
        publisher,
        batchId,
        ownScope: buyer === undefined ? scope : undefined,
        ...(onRelease && { onRelease }),
      }),
    );
  } finally {
    await file.close();
  }
}

/** A file that is no table settles nothing of the numbers of its body, which would hold for good. */
async function openUnderScope(
  { dataSource }: IngestDependencies,
  { publisher, buyer, rehearsal = false }: IngestInput,
  open: (scope: string | undefined) => Promise<MappedFile>,
): Promise<{ readonly file: MappedFile; readonly scope: string | undefined }> {
  const foreseen = await numberScope(dataSource, publisher, buyer, { takeBack: true });
  const file = await open(foreseen);
  if (rehearsal) return { file, scope: foreseen };
  const scope = await numberScope(dataSource, publisher, buyer);
  if (scope === foreseen) return { file, scope };
  // Another file settled it meanwhile.
  await file.close();
  return { file: await open(scope), scope };
}

type MappedInput = Omit<RowsInput, 'now' | 'personalData'>;

async function ingestMapped(
  manager: EntityManager,
  { settings: { personalData } }: IngestDependencies,
  input: MappedInput,
): Promise<FinishedBatch> {
  const taken = await takeMapped(manager, { ...input, personalData, now: new Date().toISOString() });
  return finishedBatch(input.batchId, input.file, taken);
}

/** What is written down of a batch of rows. */
export function finishedBatch(batchId: string, file: MappedFile, taken: TakenRows): FinishedBatch {
  const { notices, faults, skipped, unusedHeaders } = file.summary();
  const { format, encoding } = file;
  const { organisations } = taken;
  const metadata = { skipped, unusedHeaders, ...(organisations && { organisations }) };
  return { batchId, ...taken, format, encoding, notices, faults, metadata };
}

async function takeIn(
  { dataSource, queues }: IngestDependencies,
  { path, rehearsal = false, before, within }: IngestInput,
  batch: NewBatch,
  take: (manager: EntityManager, batchId: string) => Promise<FinishedBatch>,
): Promise<BatchReport> {
  return inTransaction(dataSource, { takeBack: rehearsal }, async (manager) => {
    await before?.(manager);
    await takeTurns(manager, batch.publisher);
    const report = (await findBatch(manager, batch)) ?? (await takeNew(manager));
    await within?.(manager, report);
    return report;
  });

  async function takeNew(manager: EntityManager): Promise<BatchReport> {
    await storeSourceFile(manager, path, batch.sha256);
    const batchId = await createBatch(manager, batch);
    const finished = await take(manager, batchId);
    if (!rehearsal) await askForPublication(manager, queues, finished.ocids, batchId);
    return finishBatch(manager, batch, finished);
  }
}

/** Two files of one publisher that name the same processes would lock them in different orders. */
export async function takeTurns(manager: EntityManager, { id }: Publisher): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [`submit:${id}`]);
}
