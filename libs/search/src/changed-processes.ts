import type { DataSource, EntityManager } from 'typeorm';
import { matchProcesses, type ProcessFilters } from './match-processes.js';
import { PROCESS_COLUMNS, type ProcessRow } from './search-processes.js';

/** A process that changed; `isNew` where it was not published before. */
export type ChangedProcess = ProcessRow & { readonly isNew: boolean };

/** A stretch of the change feed: after one position, up to another. Decimal text. */
export interface Stretch {
  readonly after: string;
  readonly upTo: string;
}

export interface ChangedProcesses {
  readonly rows: readonly ChangedProcess[];
  /** At most `MOST_CHANGED_COUNTED`, which then means "more than". */
  readonly total: number;
}

export const MOST_CHANGED_COUNTED = 1_000;

/**
 * The end of the change feed. Positions are drawn under a lock that is held until commit: all up to it are to be seen,
 * and none will be added before it.
 */
export async function changePosition(manager: Pick<EntityManager, 'query'>): Promise<string> {
  const [head] = (await manager.query('SELECT position FROM change_head')) as [{ position: string }];
  return head.position;
}

/** The processes that match and were published, or became public again, within a stretch of the feed; new ones first. */
export async function changedProcesses(
  store: Pick<DataSource | EntityManager, 'query'>,
  filters: ProcessFilters,
  { after, upTo }: Stretch,
  limit: number,
): Promise<ChangedProcesses> {
  const { where, parameters } = matchProcesses(filters);
  const [from, to, most] = [1, 2, 3].map((n) => `$${parameters.length + n}`);
  const matching = `FROM search_entry AS entry WHERE ${where} AND ocid IN (
    SELECT c.ocid FROM change c WHERE c.position > ${from}::bigint AND c.position <= ${to}::bigint AND c.kind <> 'withdrawn')`;
  const rows = (await store.query(
    `SELECT * FROM (
       SELECT ${PROCESS_COLUMNS}, NOT EXISTS (SELECT FROM change c
                WHERE c.ocid = process.ocid AND c.position <= ${from}::bigint) AS "isNew"
         FROM process WHERE ocid IN (SELECT entry.ocid ${matching})) found
      ORDER BY "isNew" DESC, coalesce(date, '-infinity') DESC, ocid LIMIT ${most}`,
    [...parameters, after, upTo, limit],
  )) as ChangedProcess[];
  if (rows.length < limit) return { rows, total: rows.length };
  const [{ n }] = (await store.query(`SELECT count(*)::int AS n FROM (SELECT ${matching} LIMIT ${most}) counted`, [
    ...parameters,
    after,
    upTo,
    MOST_CHANGED_COUNTED,
  ])) as [{ n: number }];
  return { rows, total: n };
}
