import type { EntityManager } from 'typeorm';
import { insertRows } from '#database';
import type { Release } from '#ocds';
import { processRow } from './process-row.js';

const COLUMNS = [
  'ocid', 'publisher_id', 'local_number', 'title', 'description', 'buyer_id', 'buyer_name', 'stage', 'tender_status',
  'method', 'method_details', 'category', 'amount', 'currency', 'amount_stage', 'awarded', 'contracted', 'suppliers',
  'date', 'year', 'tender_end', 'release_count',
] as const;

/** Writes the search rows of records; their words are made by the database, which knows Spanish. */
export async function saveProcesses(manager: EntityManager, records: readonly SearchableRecord[]): Promise<void> {
  const published = records.flatMap(({ compiled, ...record }) => (compiled ? [{ ...record, compiled: compiled as Release }] : []));
  await insertRows(
    manager,
    'process',
    COLUMNS,
    published.map(({ ocid, publisherId, compiled, releases }) => {
      const row = processRow(compiled);
      return [ocid, publisherId, ...row.columns, releases.length];
    }),
    `ON CONFLICT (ocid) DO UPDATE SET ${COLUMNS.slice(1).map((name) => `${name} = excluded.${name}`).join(', ')}`,
  );
}

interface SearchableRecord {
  readonly ocid: string;
  readonly publisherId: string;
  readonly compiled: unknown;
  readonly releases: readonly unknown[];
}
