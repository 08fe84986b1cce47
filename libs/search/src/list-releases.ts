import type { DataSource } from 'typeorm';
import { type Page, makePage, readCursor } from './keyset.js';

/** A published release as it is stored: its document is gzip-compressed JSON text. */
export interface ReleaseRow {
  readonly ocid: string;
  readonly id: string;
  readonly date: string;
  readonly document: Buffer;
  readonly publishedAt: Date;
  readonly publisherId: string;
}

export interface ListQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly publisher?: string | undefined;
}

/** PostgreSQL's own text of a timestamp keeps its microseconds, which a JavaScript date would cut off. */
const COLUMNS = `ocid, id, date::text AS date, document,
  published_at AS "publishedAt", publisher_id AS "publisherId"`;

/**
 * Published releases, newest first, a page at a time.
 *
 * @throws CursorError when the cursor is not one of this list.
 */
export async function listReleases(dataSource: DataSource, query: ListQuery): Promise<Page<ReleaseRow>> {
  const cursor = readCursor(query.cursor, 3);
  const backwards = cursor?.direction === 'prev';
  const order = backwards ? 'ASC' : 'DESC';
  const rows = (await dataSource.query(
    `SELECT ${COLUMNS} FROM release
      WHERE state = 'published' AND ($1::text IS NULL OR publisher_id = $1)
        AND ($2::text IS NULL OR (date, ocid, id) ${backwards ? '>' : '<'} ($2::timestamptz, $3, $4))
      ORDER BY date ${order}, ocid ${order}, id ${order} LIMIT $5`,
    [query.publisher ?? null, ...(cursor?.key ?? [null, null, null]), query.limit + 1],
  )) as ReleaseRow[];
  return makePage(rows, query.limit, cursor, (row) => [row.date, row.ocid, row.id]);
}

/** One published release, or undefined. */
export async function findRelease(dataSource: DataSource, ocid: string, id: string): Promise<ReleaseRow | undefined> {
  const [row] = (await dataSource.query(
    `SELECT ${COLUMNS} FROM release WHERE ocid = $1 AND id = $2 AND state = 'published'`,
    [ocid, id],
  )) as ReleaseRow[];
  return row;
}
