import type { EntityManager } from 'typeorm';
import { insertRows } from '#database';
import type { Release } from '#ocds';
import { participationRows, type ParticipationRow } from './participation-rows.js';
import { type ProcessColumns, processRow } from './process-row.js';
import { saveSearchEntries } from './save-search-entries.js';

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
  'outcome',
  'funds',
  'budget_items',
  'municipality',
  'awarded_on',
  'awards',
  'contracts',
  'contract_sums',
  'signed_on',
] as const satisfies readonly (keyof ProcessColumns)[];

const KEPT = [...COLUMNS, 'release_count', 'supplier_keys', 'valid', 'search_version'];

/** To be raised when what is kept of a process changes: rows of an older version are then written anew. */
export const SEARCH_VERSION = 3;

const PARTICIPATION = [
  'side',
  'party',
  'keys',
  'name',
  'offered',
  'won',
  'lost',
  'shared',
  'currency',
  'awarded',
  'contracted',
] as const satisfies readonly (keyof ParticipationRow)[];

interface SearchableRecord {
  readonly ocid: string;
  readonly publisherId: string;
  readonly compiled: Release | undefined;
  readonly releases: readonly unknown[];
}

/** Writes what is searched and summed up of records: a row each, what it is found by, and what each party does in it. */
export async function saveProcesses(manager: EntityManager, records: readonly SearchableRecord[]): Promise<void> {
  const ocids = records.map(({ ocid }) => ocid);
  const invalid = await findInvalid(manager, ocids);
  const rows = records.flatMap(({ ocid, publisherId, compiled, releases }) => {
    if (!compiled) return [];
    const parties = participationRows(compiled, publisherId);
    const suppliers = parties.filter(({ side, won }) => side === 'supplier' && won > 0).flatMap(({ keys }) => keys);
    const kept = [releases.length, suppliers, !invalid.has(ocid), SEARCH_VERSION];
    return [{ ocid, parties, values: [ocid, publisherId, ...columnsOf(compiled), ...kept] }];
  });
  await insertRows(
    manager,
    'process',
    ['ocid', 'publisher_id', ...KEPT],
    rows.map(({ values }) => values),
    `ON CONFLICT (ocid) DO UPDATE SET ${KEPT.map((name) => `${name} = excluded.${name}`).join(', ')}`,
  );
  await saveSearchEntries(manager, ocids);
  await manager.query('DELETE FROM participation WHERE ocid = ANY($1)', [ocids]);
  await insertRows(
    manager,
    'participation',
    ['ocid', ...PARTICIPATION],
    rows.flatMap(({ ocid, parties }) => parties.map((party) => [ocid, ...PARTICIPATION.map((name) => party[name])])),
  );
}

/** Processes with a release that was published although it is invalid. */
async function findInvalid(manager: EntityManager, ocids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = (await manager.query(
    `SELECT DISTINCT ocid FROM release WHERE ocid = ANY($1) AND state IN ('accepted', 'published') AND NOT valid`,
    [ocids],
  )) as { ocid: string }[];
  return new Set(rows.map(({ ocid }) => ocid));
}

/** Takes processes that are no longer public out of the search. */
export async function removeProcesses(manager: EntityManager, ocids: readonly string[]): Promise<void> {
  if (ocids.length > 0) await manager.query('DELETE FROM process WHERE ocid = ANY($1)', [ocids]);
}

function columnsOf(compiled: Release): readonly unknown[] {
  const row = processRow(compiled);
  return COLUMNS.map((name) => row[name]);
}
