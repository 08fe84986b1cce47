import type { DataSource } from 'typeorm';
import { keepCounted } from './keep-counted.js';

/**
 * What registers and lists say of a supplier: that it is in them, of what day, from which file. Nothing else of an entry
 * leaves the store: it holds personal data.
 */
export interface SupplierStanding {
  /** Every register and list that was received, whether or not it has the supplier. */
  readonly sources: readonly StandingSource[];
  readonly entries: readonly StandingEntry[];
}

/** A register (`list` null) or a list of a publisher. Days are ISO dates. */
export interface StandingSource {
  readonly publisherId: string;
  readonly publisher: string;
  readonly list: string | null;
  /** When its newest file arrived. */
  readonly receivedOn: string;
}

export interface StandingEntry {
  readonly publisherId: string;
  readonly list: string | null;
  /** Of a list: what it says, as a code, and since when. */
  readonly situation: string | null;
  readonly since: string | null;
  /** The day the source itself gives the entry. */
  readonly reportedOn: string | null;
  readonly receivedOn: string;
  readonly fileName: string;
}

const LIST = `e.party->'details'->'listing'->>'list'`;
const LISTED_RFC = `e.party->'details'->'listing'->>'rfc'`;
const DAY = (instant: string) => `to_char(${instant} AT TIME ZONE 'America/Mexico_City', 'YYYY-MM-DD')`;

const SOURCES = `
SELECT e.publisher_id AS "publisherId", p.name AS publisher, ${LIST} AS list, ${DAY('max(b.created_at)')} AS "receivedOn"
  FROM register_entry e JOIN publisher p ON p.id = e.publisher_id JOIN batch b ON b.id = e.batch_id
 GROUP BY e.publisher_id, p.name, ${LIST} ORDER BY ${LIST} NULLS FIRST, p.name`;

const ENTRIES = `
SELECT e.publisher_id AS "publisherId", ${LIST} AS list, e.party->'details'->'listing'->>'situation' AS situation,
       left(e.party->'details'->'listing'->>'since', 10) AS since, left(e.reported, 10) AS "reportedOn",
       ${DAY('b.created_at')} AS "receivedOn", b.file_name AS "fileName"
  FROM register_entry e JOIN batch b ON b.id = e.batch_id
 WHERE e.rfc = ANY ($1) OR ${LISTED_RFC} = ANY ($1) OR (e.scheme, e.number) IN (SELECT * FROM unnest($2::text[], $3::text[]))
 ORDER BY e.publisher_id, ${LIST} NULLS FIRST, e.party_id`;

/**
 * Where a supplier with these identifiers stands. A natural person's RFC is in no public identifier, so that only a
 * register number finds one.
 *
 * @param keys identifiers with their scheme, as `MX-RFC-ABC010203AB1`
 */
export async function supplierStanding(dataSource: DataSource, keys: readonly string[]): Promise<SupplierStanding> {
  const rfcs = keys.flatMap((key) => (key.startsWith(RFC) ? [key.slice(RFC.length)] : []));
  const numbers = keys.flatMap((key) => splitsOf(key));
  const [sources, entries] = await Promise.all([
    keepCounted(dataSource, 'registers and lists', () => dataSource.query(SOURCES) as Promise<StandingSource[]>),
    dataSource.query(ENTRIES, [
      rfcs,
      numbers.map(({ scheme }) => scheme),
      numbers.map(({ number }) => number),
    ]) as Promise<StandingEntry[]>,
  ]);
  return { sources, entries };
}

const RFC = 'MX-RFC-';

/** Schemes and numbers both may have hyphens: every place where one could end is tried. */
function splitsOf(key: string): readonly { readonly scheme: string; readonly number: string }[] {
  return [...key.matchAll(/-/g)].map(({ index }) => ({ scheme: key.slice(0, index), number: key.slice(index + 1) }));
}
