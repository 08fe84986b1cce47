import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '#access';
import { findOwn, lockProcess, type OwnedProcess } from '../corrections/lock-process.js';
import { recordEvent } from '../corrections/process-events.js';
import { ProcessError } from '../corrections/process-error.js';
import { publishLocked } from '../publish-locked.js';
import { storableText } from '../storable.js';

export interface WithdrawInput {
  readonly ocid: string;
  /** Shown to the public. */
  readonly reason: string;
  /** Article or agreement that it rests on; shown to the public. */
  readonly legalGround?: string | undefined;
  readonly by: Actor;
}

/**
 * Takes a process out of the public's sight, at once and in one transaction: pages and API answer with its tombstone,
 * lists and search leave it out, the change feed tells it once. Its releases stay stored, and what comes of it later
 * waits with them.
 *
 * @throws ProcessError PROCESS_UNKNOWN, PROCESS_WITHDRAWN, PROCESS_BUSY, REASON_MISSING; AccessError FORBIDDEN
 */
export async function withdrawProcess(
  { dataSource }: { readonly dataSource: DataSource },
  input: WithdrawInput,
): Promise<void> {
  if (input.reason.trim() === '') throw new ProcessError('REASON_MISSING');
  await findOwn(dataSource, input.ocid, input.by, 'process:withdraw');
  await dataSource.transaction((manager) => withdraw(manager, input));
}

async function withdraw(manager: EntityManager, { ocid, reason, legalGround, by }: WithdrawInput): Promise<void> {
  const process = await lockProcess(manager, ocid);
  if (process.withdrawn) throw new ProcessError('PROCESS_WITHDRAWN');
  const published = await setAside(manager, ocid);
  if (published.length === 0) throw new ProcessError('PROCESS_UNKNOWN');
  await addTombstone(manager, process, reason, legalGround);
  await recordEvent(manager, by, { ocid, publisherId: process.publisherId, kind: 'withdrawn', reason });
  await publishLocked(manager, [process], ([record]) => [
    { ocid, kind: 'withdrawn', releaseIds: published, contentHash: record!.contentHash },
  ]);
}

/** @returns the ids of the releases that the public had seen. */
async function setAside(manager: EntityManager, ocid: string): Promise<readonly string[]> {
  const [rows] = (await manager.query(
    `UPDATE release SET state = 'withdrawn' WHERE ocid = $1 AND state IN ('accepted', 'published')
      RETURNING id, date, published_at IS NOT NULL AS seen`,
    [ocid],
  )) as [{ id: string; seen: boolean }[], number];
  return rows.flatMap(({ id, seen }) => (seen ? [id] : [])).toSorted();
}

async function addTombstone(
  manager: EntityManager,
  { ocid, publisherId, publisherName }: OwnedProcess,
  reason: string,
  legalGround: string | undefined,
): Promise<void> {
  await manager.query(
    'INSERT INTO withdrawal (ocid, publisher_id, reason, legal_ground, office) VALUES ($1, $2, $3, $4, $5)',
    [ocid, publisherId, storableText(reason.trim()), legalGround?.trim() || null, publisherName],
  );
  await manager.query('UPDATE record SET withdrawn = true WHERE ocid = $1', [ocid]);
}
