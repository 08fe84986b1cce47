import type { EntityManager } from 'typeorm';
import { insertRows } from '#database';
import type { Release } from '#ocds';
import { type ProcessColumns, processRow } from './process-row.js';

const COLUMNS = [
  'local_number',
  'title',
  'description',
  'buyer_id',
  'buyer_name',
  'stage',
  'tender_status',
  'method',
  'method_details',
  'category',
  'amount',
  'currency',
  'amount_stage',
  'awarded',
  'contracted',
  'suppliers',
  'date',
  'year',
  'tender_end',
  'names',
  'body',
] as const satisfies readonly (keyof ProcessColumns)[];

const KEPT = [...COLUMNS, 'release_count'];

interface SearchableRecord {
  readonly ocid: string;
  readonly publisherId: string;
  readonly compiled: Release | undefined;
  readonly releases: readonly unknown[];
}

/** Writes the search rows of records; the words to search by are made by the database, which knows Spanish. */
export async function saveProcesses(manager: EntityManager, records: readonly SearchableRecord[]): Promise<void> {
  await insertRows(
    manager,
    'process',
    ['ocid', 'publisher_id', ...KEPT],
    records.flatMap(({ ocid, publisherId, compiled, releases }) =>
      compiled ? [[ocid, publisherId, ...columnsOf(compiled), releases.length]] : [],
    ),
    `ON CONFLICT (ocid) DO UPDATE SET ${KEPT.map((name) => `${name} = excluded.${name}`).join(', ')}`,
  );
}

/** Takes processes that are no longer public out of the search. */
export async function removeProcesses(manager: EntityManager, ocids: readonly string[]): Promise<void> {
  if (ocids.length > 0) await manager.query('DELETE FROM process WHERE ocid = ANY($1)', [ocids]);
}

function columnsOf(compiled: Release): readonly unknown[] {
  const row = processRow(compiled);
  return COLUMNS.map((name) => row[name]);
}
