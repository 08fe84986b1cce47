import type { DataSource } from 'typeorm';

export type DocumentKind = 'records' | 'releases';

/** Documents of some hundred processes at a time. */
const PROCESSES = 200;

const QUERIES: Readonly<Record<DocumentKind, string>> = {
  records: `SELECT p.ocid, r.compiled AS document FROM chosen p JOIN record r ON r.ocid = p.ocid
             WHERE r.compiled IS NOT NULL ORDER BY p.ocid`,
  releases: `SELECT p.ocid, r.document FROM chosen p JOIN release r ON r.ocid = p.ocid
              WHERE r.state = 'published' ORDER BY p.ocid, r.date, r.id`,
};

/**
 * Published documents as they are stored, gzip-compressed JSON text, in the order of their ocids, in lots: of each process
 * its compiled release, or all its releases, oldest first.
 *
 * @param year only processes of that year
 */
export async function* walkDocuments(
  dataSource: DataSource,
  kind: DocumentKind,
  year?: number,
): AsyncGenerator<readonly Buffer[]> {
  for (let after = ''; ;) {
    const ocids = (await dataSource.query(
      `SELECT ocid FROM process WHERE ocid > $1 AND ($2::int IS NULL OR year = $2) ORDER BY ocid LIMIT ${PROCESSES}`,
      [after, year ?? null],
    )) as { ocid: string }[];
    if (ocids.length === 0) return;
    const rows = (await dataSource.query(`WITH chosen AS (SELECT unnest($1::text[]) AS ocid) ${QUERIES[kind]}`, [
      ocids.map(({ ocid }) => ocid),
    ])) as { document: Buffer }[];
    yield rows.map(({ document }) => document);
    after = ocids.at(-1)!.ocid;
  }
}
