import type { DataSource, EntityManager } from 'typeorm';
import type { JobQueues } from '#queue';
import { type LockedProcess, publishLocked } from './publish-locked.js';

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
    if (busy.length > 0)
      await dependencies.queues.enqueue(manager, 'publish', [{ ocids: busy }], { delayMs: BUSY_DELAY_MS });
    await publishLocked(manager, locked);
    return locked.length;
  });
}

/** Rows held by a submission are skipped, not waited for: it would take its next lock while we hold ours. */
async function lockPending(manager: EntityManager, ocids: readonly string[]): Promise<LockedProcess[]> {
  return (await manager.query(
    `SELECT ocid, publisher_id AS "publisherId" FROM record
      WHERE ocid = ANY($1) AND wanted > published ORDER BY ocid FOR UPDATE SKIP LOCKED`,
    [ocids],
  )) as LockedProcess[];
}

async function findBusy(
  manager: EntityManager,
  ocids: readonly string[],
  locked: readonly LockedProcess[],
): Promise<string[]> {
  if (locked.length === ocids.length) return [];
  const rows = (await manager.query(
    'SELECT ocid FROM record WHERE ocid = ANY($1) AND wanted > published AND NOT ocid = ANY($2)',
    [ocids, locked.map((lock) => lock.ocid)],
  )) as { ocid: string }[];
  return rows.map((row) => row.ocid);
}
