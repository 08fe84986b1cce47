import type { DataSource } from 'typeorm';
import type { JobQueues } from '#queue';
import { askForPublication } from './ask-for-publication.js';

const MOST_AT_ONCE = 2_000;

/**
 * Asks again for the publication of processes that have waited too long: the net under every lost job.
 *
 * @param olderThanSeconds how long a process may wait before its job counts as lost.
 * @returns how many processes were asked for again.
 */
export async function sweepPending(
  { dataSource, queues }: { readonly dataSource: DataSource; readonly queues: JobQueues },
  olderThanSeconds: number,
): Promise<number> {
  return dataSource.transaction(async (manager) => {
    const rows = (await manager.query(
      `UPDATE record SET pending_since = now() WHERE ocid IN (
         SELECT ocid FROM record WHERE wanted > published AND pending_since <= now() - make_interval(secs => $1)
          ORDER BY ocid LIMIT $2 FOR UPDATE SKIP LOCKED)
       RETURNING ocid`,
      [olderThanSeconds, MOST_AT_ONCE],
    )) as [{ ocid: string }[], number];
    const ocids = rows[0].map((row) => row.ocid);
    await askForPublication(manager, queues, ocids);
    return ocids.length;
  });
}
