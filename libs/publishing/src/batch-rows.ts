import { basename } from 'node:path';
import type { EntityManager } from 'typeorm';
import { insertRows, type Publisher } from '#database';
import type { Body } from '#sources';
import type { BatchReport, RowCounts } from './batch-report.js';
import { IngestError } from './ingest-error.js';
import { storableJson, storableText } from './storable.js';

/** What a batch is before anything of it is read. */
export interface NewBatch {
  readonly publisher: Publisher;
  readonly fileName: string;
  readonly sha256: string;
  readonly profile: string;
  /** Of the profile that changed what came. */
  readonly profileVersion?: number | undefined;
  /** Of spreadsheets only, as the next one. */
  readonly buyer?: Body;
  readonly scope?: string | undefined;
}

/** Name under which a file is kept. */
export function fileNameOf(path: string): string {
  return storableText(basename(path));
}

/**
 * The report of a file that was taken in before by the same profile; undefined when it was not.
 *
 * @throws IngestError OTHER_BUYER when it was taken for another body
 */
export async function findBatch(manager: EntityManager, batch: NewBatch): Promise<BatchReport | undefined> {
  const rows = (await manager.query(
    `SELECT id AS "batchId", sha256, format, profile, profile_version AS "profileVersion", buyer,
            accepted + held + superseded AS read
       FROM batch WHERE publisher_id = $1 AND sha256 = $2 AND profile = $3
      ORDER BY profile_version DESC NULLS LAST LIMIT 1`,
    [batch.publisher.id, batch.sha256, batch.profile],
  )) as (FoundBatch & { readonly buyer: Body | null })[];
  const [row] = rows;
  if (!row) return undefined;
  const { buyer, profileVersion, ...found } = row;
  if (buyer !== null && batch.buyer && !sameBody(buyer, batch.buyer)) throw otherBuyer(row.batchId, buyer);
  const nothing = {
    accepted: 0,
    held: 0,
    superseded: 0,
    refused: 0,
    refusals: [],
    notices: [],
    errors: [],
    faults: [],
  };
  return {
    ...nothing,
    ...found,
    profileVersion: profileVersion ?? undefined,
    fileName: batch.fileName,
    seenBefore: true,
    unchanged: row.read,
    ocids: await waiting(manager, row.batchId),
  };
}

interface FoundBatch {
  readonly batchId: string;
  readonly sha256: string;
  readonly format: string;
  readonly profile: string;
  readonly profileVersion: number | null;
  readonly read: number;
}

function sameBody(one: Body, other: Body): boolean {
  return one.name === other.name && one.scheme === other.scheme && one.id === other.id;
}

function otherBuyer(batchId: string, { name }: Body): IngestError {
  return new IngestError(
    'OTHER_BUYER',
    `Este archivo ya se recibió (lote ${batchId}) como compras de «${name}».`,
    'Enviarlo con el mismo comprador; si aquel estaba equivocado, corregir el archivo de origen y enviar el nuevo.',
  );
}

/** What a batch of before still has to publish, where it was cut short. */
async function waiting(manager: EntityManager, batchId: string): Promise<readonly string[]> {
  const rows = (await manager.query(
    `SELECT DISTINCT ocid FROM release JOIN record USING (ocid) WHERE batch_id = $1 AND wanted > published`,
    [batchId],
  )) as { ocid: string }[];
  return rows.map((row) => row.ocid);
}

/** @returns its id */
export async function createBatch(manager: EntityManager, batch: NewBatch): Promise<string> {
  const { publisher, sha256, fileName, profile, profileVersion = null, buyer, scope = null } = batch;
  const [row] = await insertRows<{ id: string }>(
    manager,
    'batch',
    ['publisher_id', 'sha256', 'file_name', 'profile', 'profile_version', 'buyer', 'scope'],
    [[publisher.id, sha256, fileName, profile, profileVersion, buyer ? storableJson(buyer) : null, scope]],
    'RETURNING id',
  );
  return row!.id;
}

/** What is known of a batch when all of it is in. */
export interface FinishedBatch extends Pick<
  BatchReport,
  | 'format'
  | 'read'
  | 'unchanged'
  | 'refusals'
  | 'notices'
  | 'errors'
  | 'faults'
  | 'ocids'
  | 'organisations'
  | 'withdrawn'
  | 'corrections'
> {
  readonly batchId: string;
  readonly encoding: string | undefined;
  readonly metadata: unknown;
  readonly rows?: RowCounts;
}

/** Writes down what became of a batch. */
export async function finishBatch(
  manager: EntityManager,
  { fileName, sha256, profile, profileVersion }: NewBatch,
  finished: FinishedBatch,
): Promise<BatchReport> {
  const { batchId, encoding = null, metadata, ...told } = finished;
  const counts = await countStates(manager, batchId);
  await manager.query(
    `UPDATE batch SET format = $2, encoding = $3, metadata = $4, notices = $5, accepted = $6, held = $7,
       superseded = $8, unchanged = $9, refused = $10, rows = $11, fault_groups = $12 WHERE id = $1`,
    [
      batchId,
      told.format,
      encoding,
      storableJson(metadata),
      storableJson(told.notices),
      counts.accepted,
      counts.held,
      counts.superseded,
      told.unchanged,
      told.refusals.length,
      storableJson(told.rows ?? {}),
      storableJson(told.faults),
    ],
  );
  const known = { batchId, fileName, sha256, profile, profileVersion, refused: told.refusals.length };
  return { ...known, ...counts, ...told, seenBefore: false };
}

async function countStates(manager: EntityManager, batchId: string) {
  const rows = (await manager.query(
    'SELECT state, count(*)::int AS n FROM release WHERE batch_id = $1 GROUP BY state',
    [batchId],
  )) as { state: string; n: number }[];
  const of = (state: string) => rows.find((row) => row.state === state)?.n ?? 0;
  return {
    accepted: of('accepted') + of('published'),
    held: of('held') + of('withdrawn'),
    superseded: of('superseded'),
  };
}
