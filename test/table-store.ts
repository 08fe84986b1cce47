import { expandText, findPublisher, ingestFile, type BatchReport } from '#publishing';
import type { Release } from '#ocds';
import type { TestPlatform } from './open-test-platform.js';
import { writeInput } from './write-input.js';

/** What tests of spreadsheets do with a store. */
export interface TableStore {
  ingest(content: string | Buffer, options?: { profile?: string; name?: string }): Promise<BatchReport>;
  /** Releases of the process of this number, oldest first. */
  releasesOf(number: string): Promise<Release[]>;
  /** Rows of each table that taking in a file writes to. */
  counts(): Promise<unknown>;
}

export function tableStore({ platform }: TestPlatform): TableStore {
  const { dataSource } = platform;
  return {
    async ingest(content, { profile, name = 'contratos.csv' } = {}) {
      const path = await writeInput(content, name);
      const publisher = await findPublisher(dataSource, 'sepaf');
      return ingestFile(platform, { path, publisher, profile });
    },
    async releasesOf(number) {
      const rows = (await dataSource.query('SELECT document FROM release WHERE ocid = $1 ORDER BY date', [
        ocidOf(number),
      ])) as { document: Buffer }[];
      return Promise.all(rows.map(async ({ document }) => JSON.parse(await expandText(document)) as Release));
    },
    async counts() {
      const counts = TABLES.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`);
      return (await dataSource.query(`SELECT ${counts.join(', ')}`)) as unknown;
    },
  };
}

const TABLES = ['release', 'record', 'batch', 'source_file', 'source_row', 'cell_fault', 'mapped_process'];

/** The ocid of the process of this number, as `contract` writes it. */
export function ocidOf(number: string): string {
  return `ocds-xs1qbl-LA-014000999-E${number}-2026`;
}
