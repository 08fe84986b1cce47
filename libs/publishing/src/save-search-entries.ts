import type { EntityManager } from 'typeorm';

/** As they stand in both tables. */
const COPIED = [
  'publisher_id',
  'local_number',
  'stage',
  'tender_status',
  'tender_end',
  'outcome',
  'method',
  'category',
  'year',
  'buyer_id',
  'buyer_name',
  'supplier_keys',
  'amount',
  'currency',
  'amount_stage',
  'awarded_on',
  'funds',
  'budget_items',
  'municipality',
  'valid',
];

const WRITTEN = ['moment', ...COPIED, 'words'];

/** The words to search by are made by the database, which knows Spanish: of the title, of names, and of the rest. */
const WORDS = `setweight(search_vector(coalesce(title, '')), 'A') || setweight(search_vector(names), 'B')
  || setweight(search_vector(body), 'C')`;

/** Writes what processes are found and counted by, from their rows. */
export async function saveSearchEntries(manager: EntityManager, ocids: readonly string[]): Promise<void> {
  await manager.query(
    `INSERT INTO search_entry (ocid, ${WRITTEN.join(', ')})
     SELECT ocid, coalesce(date, '-infinity'), ${COPIED.join(', ')}, ${WORDS} FROM process WHERE ocid = ANY($1)
     ON CONFLICT (ocid) DO UPDATE SET ${WRITTEN.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [ocids],
  );
}
