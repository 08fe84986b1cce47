import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { insertRows } from '#database';
import type { Release } from '#ocds';
import type { JobQueues } from '#queue';
import { compressText } from './compressed-text.js';
import { instantOf } from './instant-of.js';
import { loadHistories } from './load-histories.js';
import { mergeHistory, type StoredRelease } from './merge-history.js';
import { saveProcesses } from './save-processes.js';

/** How long a process that another transaction holds is left alone before it is tried again. */
const BUSY_DELAY_MS = 1500;

export interface PublishDependencies {
  readonly dataSource: DataSource;
  readonly queues: JobQueues;
}

/**
 * Publishes processes: merges the releases of each into its record, writes its search row and tells the change feed;
 * one transaction for all of them. A process that is up to date already is passed over, so a job may run twice.
 *
 * @returns how many records were published.
 */
export async function publishRecords(dependencies: PublishDependencies, ocids: readonly string[]): Promise<number> {
  return dependencies.dataSource.transaction(async (manager) => {
    const locked = await lockPending(manager, ocids);
    const busy = await findBusy(manager, ocids, locked);
    const histories = await loadHistories(
      manager,
      locked.map((lock) => lock.ocid),
      ['accepted', 'published'],
    );
    const records = await Promise.all(locked.map((lock) => buildRecord(lock, histories.get(lock.ocid)!)));
    await holdUnmergeable(manager, records);
    await saveRecords(manager, records);
    await saveProcesses(manager, records);
    if (busy.length > 0)
      await dependencies.queues.enqueue(manager, 'publish', [{ ocids: busy }], { delayMs: BUSY_DELAY_MS });
    await appendChanges(manager, records.filter(isNews)); // last: its lock is the one that all publications share
    return records.length;
  });
}

interface Lock {
  readonly ocid: string;
  readonly publisherId: string;
}

/** Rows held by a submission are skipped, not waited for: it would take its next lock while we hold ours. */
async function lockPending(manager: EntityManager, ocids: readonly string[]): Promise<Lock[]> {
  return (await manager.query(
    `SELECT ocid, publisher_id AS "publisherId" FROM record
      WHERE ocid = ANY($1) AND wanted > published ORDER BY ocid FOR UPDATE SKIP LOCKED`,
    [ocids],
  )) as Lock[];
}

async function findBusy(manager: EntityManager, ocids: readonly string[], locked: readonly Lock[]): Promise<string[]> {
  if (locked.length === ocids.length) return [];
  const rows = (await manager.query(
    'SELECT ocid FROM record WHERE ocid = ANY($1) AND wanted > published AND NOT ocid = ANY($2)',
    [ocids, locked.map((lock) => lock.ocid)],
  )) as { ocid: string }[];
  return rows.map((row) => row.ocid);
}

/** A record as it will be stored. */
export interface BuiltRecord extends Lock {
  /** Undefined when no release of the process can be published. */
  readonly compiled: Release | undefined;
  readonly releases: readonly StoredRelease[];
  readonly unmergeable: readonly { readonly id: string; readonly reason: string }[];
  readonly contentHash: Buffer;
  readonly documents: readonly [compiled: Buffer | null, versioned: Buffer | null];
}

async function buildRecord(lock: Lock, history: readonly StoredRelease[]): Promise<BuiltRecord> {
  const { compiled, versioned, merged, unmergeable } = mergeHistory(history);
  const text = compiled && JSON.stringify(compiled);
  return {
    ...lock,
    compiled: compiled as Release | undefined,
    releases: merged,
    unmergeable,
    contentHash: createHash('sha256')
      .update(text ?? '')
      .digest(),
    documents: [
      text ? await compressText(text) : null,
      versioned ? await compressText(JSON.stringify(versioned)) : null,
    ],
  };
}

async function holdUnmergeable(manager: EntityManager, records: readonly BuiltRecord[]): Promise<void> {
  for (const { ocid, unmergeable } of records) {
    for (const { id, reason } of unmergeable) {
      await manager.query(`UPDATE release SET state = 'held', state_reason = $3 WHERE ocid = $1 AND id = $2`, [
        ocid,
        id,
        reason,
      ]);
    }
  }
}

async function saveRecords(manager: EntityManager, records: readonly BuiltRecord[]): Promise<void> {
  // The rows are there and locked; INSERT … ON CONFLICT is how many documents go in one statement.
  await insertRows(
    manager,
    'record',
    ['ocid', 'publisher_id', 'release_count', 'date', 'content_hash', 'compiled', 'versioned'],
    records.map((record) => [
      record.ocid,
      record.publisherId,
      record.releases.length,
      record.compiled ? instantOf(record.compiled.date) : null,
      record.contentHash,
      ...record.documents,
    ]),
    `ON CONFLICT (ocid) DO UPDATE SET release_count = excluded.release_count, date = excluded.date,
       content_hash = excluded.content_hash, compiled = excluded.compiled, versioned = excluded.versioned,
       published = record.wanted, pending_since = NULL, published_at = now(),
       first_published_at = coalesce(record.first_published_at, now())`,
  );
  await manager.query(
    `UPDATE release SET state = 'published', published_at = now() WHERE ocid = ANY($1) AND state = 'accepted'`,
    [records.map((record) => record.ocid)],
  );
}

function isNews(record: BuiltRecord): boolean {
  return record.releases.some((release) => release.state === 'accepted');
}

async function appendChanges(manager: EntityManager, records: readonly BuiltRecord[]): Promise<void> {
  if (records.length === 0) return;
  const [[head]] = (await manager.query('UPDATE change_head SET position = position + $1 RETURNING position', [
    records.length,
  ])) as [[{ position: string }], number];
  const first = BigInt(head.position) - BigInt(records.length) + 1n;
  await insertRows(
    manager,
    'change',
    ['position', 'ocid', 'kind', 'release_ids', 'content_hash'],
    records.map((record, n) => [
      String(first + BigInt(n)),
      record.ocid,
      'published',
      record.releases.filter((release) => release.state === 'accepted').map((release) => release.id),
      record.contentHash,
    ]),
  );
}
