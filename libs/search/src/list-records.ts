import type { DataSource } from 'typeorm';
import { type Page, makePage, readCursor } from './keyset.js';
import type { ListQuery } from './list-releases.js';

/** A published record as it is stored: documents are gzip-compressed JSON text. */
export interface RecordRow {
  readonly ocid: string;
  readonly date: string;
  readonly compiled: Buffer;
  readonly versioned: Buffer;
  readonly contentHash: Buffer;
  readonly publishedAt: Date;
  readonly publisherId: string;
  readonly releases: readonly LinkedReleaseRow[];
}

/** What a record says of a release that it links to; `date` is the text its publisher wrote. */
export interface LinkedReleaseRow {
  readonly id: string;
  readonly date: string | null;
  readonly tags: readonly string[];
}

const COLUMNS = `r.ocid, r.date::text AS date, r.compiled, r.versioned,
  r.content_hash AS "contentHash", r.published_at AS "publishedAt", r.publisher_id AS "publisherId",
  (SELECT coalesce(json_agg(json_build_object('id', l.id, 'tags', l.tags,
            'date', CASE WHEN isfinite(l.date) THEN to_char(l.date AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') END) ORDER BY l.date, l.id), '[]')
     FROM release l WHERE l.ocid = r.ocid AND l.state = 'published') AS releases`;

/**
 * Published records, the most recently active process first, a page at a time.
 *
 * @throws CursorError when the cursor is not one of this list.
 */
export async function listRecords(dataSource: DataSource, query: ListQuery): Promise<Page<RecordRow>> {
  const cursor = readCursor(query.cursor, 2);
  const backwards = cursor?.direction === 'prev';
  const order = backwards ? 'ASC' : 'DESC';
  const rows = (await dataSource.query(
    `SELECT ${COLUMNS} FROM record r
      WHERE r.compiled IS NOT NULL AND ($1::text IS NULL OR r.publisher_id = $1)
        AND ($2::text IS NULL OR (r.date, r.ocid) ${backwards ? '>' : '<'} ($2::timestamptz, $3))
      ORDER BY r.date ${order}, r.ocid ${order} LIMIT $4`,
    [query.publisher ?? null, ...(cursor?.key ?? [null, null]), query.limit + 1],
  )) as RecordRow[];
  return makePage(rows, query.limit, cursor, (row) => [row.date, row.ocid]);
}

/** One published record, or undefined. */
export async function findRecord(dataSource: DataSource, ocid: string): Promise<RecordRow | undefined> {
  const [row] = (await dataSource.query(
    `SELECT ${COLUMNS} FROM record r WHERE r.ocid = $1 AND r.compiled IS NOT NULL`,
    [ocid],
  )) as RecordRow[];
  return row;
}

/** The compiled releases of some published processes, as they are stored, by ocid. */
export async function findCompiled(dataSource: DataSource, ocids: readonly string[]): Promise<Map<string, Buffer>> {
  const rows = (await dataSource.query(
    'SELECT ocid, compiled FROM record WHERE ocid = ANY($1) AND compiled IS NOT NULL',
    [ocids],
  )) as { ocid: string; compiled: Buffer }[];
  return new Map(rows.map(({ ocid, compiled }) => [ocid, compiled]));
}
