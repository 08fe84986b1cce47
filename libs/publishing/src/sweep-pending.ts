import type { DataSource } from 'typeorm';
import type { JobQueues } from '#queue';

const MOST_AT_ONCE = 2_000;
const OCIDS_PER_JOB = 200;

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
    const jobs = Array.from({ length: Math.ceil(ocids.length / OCIDS_PER_JOB) }, (_, n) => ({
      ocids: ocids.slice(n * OCIDS_PER_JOB, (n + 1) * OCIDS_PER_JOB),
    }));
    await queues.enqueue(manager, 'publish', jobs);
    return ocids.length;
  });
}
