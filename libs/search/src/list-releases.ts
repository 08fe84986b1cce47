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
const COLUMNS = `r.ocid, r.id, r.date::text AS date, r.document,
  r.published_at AS "publishedAt", r.publisher_id AS "publisherId"`;

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
    // Qualified: the bare name would order by the text of the date, which no index holds.
    `SELECT ${COLUMNS} FROM release r
      WHERE r.state = 'published' AND ($1::text IS NULL OR r.publisher_id = $1)
        AND ($2::text IS NULL OR (r.date, r.ocid, r.id) ${backwards ? '>' : '<'} ($2::timestamptz, $3, $4))
      ORDER BY r.date ${order}, r.ocid ${order}, r.id ${order} LIMIT $5`,
    [query.publisher ?? null, ...(cursor?.key ?? [null, null, null]), query.limit + 1],
  )) as ReleaseRow[];
  return makePage(rows, query.limit, cursor, (row) => [row.date, row.ocid, row.id]);
}

/** One published release, or undefined. */
export async function findRelease(dataSource: DataSource, ocid: string, id: string): Promise<ReleaseRow | undefined> {
  const [row] = (await dataSource.query(
    `SELECT ${COLUMNS} FROM release r WHERE r.ocid = $1 AND r.id = $2 AND r.state = 'published'`,
    [ocid, id],
  )) as ReleaseRow[];
  return row;
}
