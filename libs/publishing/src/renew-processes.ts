import type { DataSource, EntityManager } from 'typeorm';
import type { Release } from '#ocds';
import { expandText } from './compressed-text.js';
import { SEARCH_VERSION, saveProcesses } from './save-processes.js';

const MOST_AT_ONCE = 200;

/**
 * Writes the search rows anew that an older version of the program wrote, from their records; what is published does
 * not change. A process that is being published is left for the next time.
 *
 * @param signal to stop between two hundreds of processes
 * @returns how many were written.
 */
export async function renewProcesses(dataSource: DataSource, signal?: AbortSignal): Promise<number> {
  let total = 0;
  for (;;) {
    const renewed = await dataSource.transaction(renewSome);
    total += renewed;
    if (renewed === 0 || signal?.aborted) return total;
  }
}

async function renewSome(manager: EntityManager): Promise<number> {
  const rows = (await manager.query(
    `SELECT r.ocid, r.publisher_id AS "publisherId", r.compiled, r.release_count AS "releaseCount"
       FROM record r WHERE r.compiled IS NOT NULL AND r.ocid IN (
         SELECT ocid FROM process WHERE search_version < $1 ORDER BY search_version, ocid LIMIT $2)
      ORDER BY r.ocid FOR UPDATE SKIP LOCKED`,
    [SEARCH_VERSION, MOST_AT_ONCE],
  )) as { ocid: string; publisherId: string; compiled: Buffer; releaseCount: number }[];
  const records = rows.map(async ({ releaseCount, compiled, ...row }) => ({
    ...row,
    compiled: JSON.parse(await expandText(compiled)) as Release,
    releases: Array.from({ length: releaseCount }),
  }));
  await saveProcesses(manager, await Promise.all(records));
  return rows.length;
}
