import type { DataSource } from 'typeorm';
import type { Side, Stage } from '#ocds';
import { keepCounted } from './keep-counted.js';
import { PARTY_COLUMNS, type PartyRow } from './search-parties.js';

/** A party, and what its page tells beside its totals. Amounts are decimal text. */
export interface PartyFigures {
  readonly party: PartyRow;
  /** Every key that leads here. */
  readonly keys: readonly string[];
  readonly years: readonly PartyYear[];
  readonly stages: readonly { readonly stage: Stage; readonly processes: number }[];
  readonly methods: readonly { readonly method: string | null; readonly processes: number }[];
  /** Whom it deals with most, by pesos. */
  readonly counterparts: readonly Counterpart[];
  /** Days between award and publication, of a buyer's processes that tell both; null where none does. */
  readonly lag: { readonly median: number; readonly processes: number } | null;
  /** A buyer's processes that were published longest after their award, the latest first. */
  readonly late: readonly LateProcess[];
  /** A supplier's processes with an award that was cancelled or came to nothing, the newest first. */
  readonly undone: readonly NamedProcess[];
  readonly invalid: number;
}

export interface NamedProcess {
  readonly ocid: string;
  readonly title: string | null;
  readonly localNumber: string | null;
}

export interface LateProcess extends NamedProcess {
  /** From the award to the first release that tells it. */
  readonly days: number;
}

export interface PartyYear {
  readonly year: number;
  readonly currency: string | null;
  readonly processes: number;
  readonly direct: number;
  readonly awarded: string | null;
  readonly contracted: string | null;
}

export interface Counterpart {
  readonly id: string;
  readonly name: string | null;
  readonly processes: number;
  readonly awards: number;
  /** Pesos, contracted where that is known, else awarded. */
  readonly pesos: string | null;
}

const MOST_COUNTERPARTS = 15;
const MOST_LATE = 5;
const MOST_UNDONE = 10;

/** The page that a key leads to; undefined when nobody has it on that side. */
export async function resolveParty(dataSource: DataSource, side: Side, key: string): Promise<string | undefined> {
  const [row] = (await dataSource.query('SELECT party FROM party_key WHERE side = $1 AND key = $2', [side, key])) as {
    party: string;
  }[];
  return row?.party;
}

/** A party in full, as it was a moment ago; undefined when there is none of that id. */
export function findParty(dataSource: DataSource, side: Side, id: string): Promise<PartyFigures | undefined> {
  return keepCounted(dataSource, `${side} ${id}`, () => countParty(dataSource, side, id));
}

async function countParty(dataSource: DataSource, side: Side, id: string): Promise<PartyFigures | undefined> {
  const [party] = (await dataSource.query(`SELECT ${PARTY_COLUMNS} FROM party WHERE side = $1 AND id = $2`, [
    side,
    id,
  ])) as PartyRow[];
  if (!party) return undefined;
  const rows = <Row>(sql: string) => dataSource.query(sql, [side, id]) as Promise<Row[]>;
  const [keys, own, lags, late, undone] = await Promise.all([
    rows<{ key: string }>('SELECT key FROM party_key WHERE side = $1 AND party = $2 ORDER BY key'),
    rows<OwnFigures>(OWN_FIGURES),
    side === 'buyer' ? rows<{ median: number | null; processes: number }>(LAG) : [],
    side === 'buyer' ? rows<LateProcess>(LATE) : [],
    side === 'supplier' ? rows<NamedProcess>(UNDONE) : [],
  ]);
  const [lag] = lags;
  return {
    party,
    keys: keys.map(({ key }) => key),
    ...own[0]!,
    lag: lag && lag.median !== null ? { median: lag.median, processes: lag.processes } : null,
    late,
    undone,
  };
}

type OwnFigures = Pick<PartyFigures, 'years' | 'stages' | 'methods' | 'counterparts' | 'invalid'>;

/** Each process once, with what the party has in it. */
const OWN = `WITH own AS MATERIALIZED (
  SELECT r.ocid, r.year, r.stage, r.method, r.valid, r.awarded_on,
         max(p.currency) AS currency, sum(p.awarded) AS awarded, sum(p.contracted) AS contracted, sum(p.won) AS won
    FROM party_key k JOIN participation p ON p.side = k.side AND p.party = k.key JOIN search_entry r ON r.ocid = p.ocid
   WHERE k.side = $1 AND k.party = $2 GROUP BY r.ocid)`;

const YEARS = `
SELECT year, currency, count(*)::int AS processes, count(*) FILTER (WHERE method = 'direct')::int AS direct,
       sum(awarded)::text AS awarded, sum(contracted)::text AS contracted
  FROM own WHERE year IS NOT NULL GROUP BY 1, 2 ORDER BY year DESC, processes DESC`;

/** Between a buyer and a supplier counts what the supplier won. */
const COUNTERPARTS = `
WITH deals AS (
  SELECT own.ocid, k.side, k.party, CASE WHEN $1 = 'buyer' THEN p.won ELSE own.won END AS won,
         CASE WHEN $1 = 'buyer' THEN p.currency ELSE own.currency END AS currency,
         CASE WHEN $1 = 'buyer' THEN coalesce(p.contracted, p.awarded)
              ELSE coalesce(own.contracted, own.awarded) END AS money
    FROM own JOIN participation p ON p.ocid = own.ocid AND p.side <> $1
    JOIN party_key k ON k.side = p.side AND k.key = p.party)
SELECT party AS id, (SELECT name FROM party t WHERE t.side = deals.side AND t.id = deals.party) AS name,
       count(DISTINCT ocid)::int AS processes, sum(won)::int AS awards,
       sum(money) FILTER (WHERE currency = 'MXN')::text AS pesos
  FROM deals WHERE won > 0 GROUP BY side, party
 ORDER BY sum(money) FILTER (WHERE currency = 'MXN') DESC NULLS LAST, awards DESC, party LIMIT ${MOST_COUNTERPARTS}`;

const listOf = (rows: string) => `(SELECT coalesce(json_agg(one), '[]') FROM (${rows}) AS one)`;

/** The processes are gathered once for all that is counted of them. */
const OWN_FIGURES = `${OWN}
SELECT ${listOf(YEARS)} AS years,
       ${listOf('SELECT stage, count(*)::int AS processes FROM own GROUP BY stage')} AS stages,
       ${listOf('SELECT method, count(*)::int AS processes FROM own GROUP BY method ORDER BY processes DESC')} AS methods,
       ${listOf(COUNTERPARTS)} AS counterparts,
       (SELECT count(*) FILTER (WHERE NOT valid)::int FROM own) AS invalid`;

/** By the dates of the releases, as the pages of the processes tell it. */
const LAGS = `${OWN},
lags AS (
  SELECT ocid, (SELECT min(l.date) FROM release l WHERE l.ocid = own.ocid AND l.state = 'published'
                   AND isfinite(l.date) AND l.tags && ARRAY['award', 'contract'])::date - awarded_on::date AS days
    FROM own WHERE awarded_on IS NOT NULL)`;

const LAG = `${LAGS}
SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY days)::int AS median, count(days)::int AS processes
  FROM lags WHERE days IS NOT NULL`;

const LATE = `${LAGS}
SELECT ocid, title, local_number AS "localNumber", days FROM lags JOIN process USING (ocid)
 WHERE days > 0 ORDER BY days DESC, ocid LIMIT ${MOST_LATE}`;

const UNDONE = `
SELECT DISTINCT r.ocid, r.title, r.local_number AS "localNumber", r.date
  FROM party_key k JOIN participation p ON p.side = k.side AND p.party = k.key JOIN process r ON r.ocid = p.ocid
 WHERE k.side = $1 AND k.party = $2 AND p.lost > 0 ORDER BY r.date DESC NULLS LAST, r.ocid LIMIT ${MOST_UNDONE}`;
