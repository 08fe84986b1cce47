import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { insertRows } from '#database';
import type { Release } from '#ocds';
import { appendChanges, type NewChange } from './append-changes.js';
import { compressText } from './compressed-text.js';
import { instantOf } from './instant-of.js';
import { loadHistories } from './load-histories.js';
import { mergeHistory, type StoredRelease } from './merge-history.js';
import { removeProcesses, saveProcesses } from './save-processes.js';

/** A process whose record row the caller's transaction has locked. */
export interface LockedProcess {
  readonly ocid: string;
  readonly publisherId: string;
}

/**
 * Brings records whose rows are locked up to date with their releases: merges them, writes record and search row, and
 * tells the change feed of what was published for the first time. Nothing may be written after it in the transaction:
 * its last lock is the one that all publications share.
 *
 * @param before changes that are told of the same processes, ahead of those
 */
export async function publishLocked(
  manager: EntityManager,
  locked: readonly LockedProcess[],
  before: (records: readonly BuiltRecord[]) => readonly NewChange[] = () => [],
): Promise<void> {
  const histories = await loadHistories(
    manager,
    locked.map((lock) => lock.ocid),
    ['accepted', 'published'],
  );
  const records = await Promise.all(locked.map((lock) => buildRecord(lock, histories.get(lock.ocid)!)));
  await holdUnmergeable(manager, records);
  await saveRecords(manager, records);
  await saveProcesses(manager, records);
  await removeProcesses(
    manager,
    records.flatMap(({ ocid, compiled }) => (compiled ? [] : [ocid])),
  );
  await appendChanges(manager, [...before(records), ...records.flatMap(newsOf)]);
}

/** A record as it will be stored. */
export interface BuiltRecord extends LockedProcess {
  /** Undefined when no release of the process can be published. */
  readonly compiled: Release | undefined;
  readonly releases: readonly StoredRelease[];
  readonly unmergeable: readonly { readonly id: string; readonly reason: string }[];
  readonly contentHash: Buffer;
  readonly documents: readonly [compiled: Buffer | null, versioned: Buffer | null];
}

async function buildRecord(lock: LockedProcess, history: readonly StoredRelease[]): Promise<BuiltRecord> {
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

function newsOf({ ocid, contentHash, releases }: BuiltRecord): readonly NewChange[] {
  const releaseIds = releases.filter(({ state }) => state === 'accepted').map(({ id }) => id);
  return releaseIds.length === 0 ? [] : [{ ocid, kind: 'published', releaseIds, contentHash }];
}
