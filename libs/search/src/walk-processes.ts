import type { DataSource } from 'typeorm';
import { type ProcessQuery, type ProcessRow, pageOfProcesses } from './search-processes.js';

const ROWS = 500;

/** The rows of a search, page by page, up to `most` of them. */
export async function* walkProcesses(
  dataSource: DataSource,
  query: Omit<ProcessQuery, 'limit' | 'cursor'>,
  most: number,
): AsyncGenerator<readonly ProcessRow[]> {
  let cursor: string | undefined;
  for (let read = 0; read < most;) {
    const page = await pageOfProcesses(dataSource, { ...query, cursor, limit: Math.min(ROWS, most - read) });
    if (page.rows.length > 0) yield page.rows;
    read += page.rows.length;
    cursor = page.next;
    if (cursor === undefined) return;
  }
}
