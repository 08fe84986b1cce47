import type { DataSource } from 'typeorm';
import { IS_OPEN, matchProcesses } from './match-processes.js';
import { type ProcessQuery, type ProcessRow, PROCESS_COLUMNS } from './search-processes.js';

/** Tenders whose deadline is still ahead, the nearest first. */
export async function openTenders(
  dataSource: DataSource,
  limit: number,
  filters: Pick<ProcessQuery, 'category' | 'min' | 'max' | 'buyer'> = {},
): Promise<readonly ProcessRow[]> {
  const { where, parameters } = matchProcesses(filters);
  return (await dataSource.query(
    `SELECT ${PROCESS_COLUMNS} FROM process JOIN (
       SELECT ocid FROM search_entry AS entry WHERE ${IS_OPEN} AND ${where} ORDER BY tender_end, ocid LIMIT $${parameters.length + 1}
     ) AS nearest USING (ocid) ORDER BY process.tender_end, ocid`,
    [...parameters, limit],
  )) as ProcessRow[];
}
