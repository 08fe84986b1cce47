import type { DataSource } from 'typeorm';

/** The published releases of a process as they are stored, gzip-compressed JSON text, oldest first. */
export async function findReleaseTexts(dataSource: DataSource, ocid: string): Promise<readonly Buffer[]> {
  const rows = (await dataSource.query(
    `SELECT document FROM release WHERE ocid = $1 AND state = 'published' ORDER BY date, id`,
    [ocid],
  )) as { document: Buffer }[];
  return rows.map(({ document }) => document);
}
