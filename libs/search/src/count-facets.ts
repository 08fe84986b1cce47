import type { DataSource } from 'typeorm';
import { keepCounted } from './keep-counted.js';
import type { MatchList } from './look-up.js';
import { IS_OPEN, matchProcesses } from './match-processes.js';
import { REACH, type Reach, readMatches } from './read-matches.js';
import type { ProcessQuery } from './search-processes.js';

export const FACETS = [
  'stage',
  'status',
  'method',
  'category',
  'year',
  'buyer',
  'supplier',
  'currency',
  'funds',
  'budgetItem',
  'municipality',
  'validity',
] as const;

export type FacetName = (typeof FACETS)[number];

/** How many processes have a value, with every filter in force but the facet's own. */
export interface FacetCount {
  readonly value: string;
  readonly label: string | null;
  readonly count: number;
}

export interface Facets {
  readonly counts: Readonly<Record<FacetName, readonly FacetCount[]>>;
  /** True where only the newest `MOST_FACETED` matches were counted. */
  readonly capped: boolean;
}

const MOST_VALUES = 12;
/** Of a frequent word each match costs the reading of its words, and the newest tell what there is. */
const MOST_FACETED = 2_000;

/** What is counted: one value a process, or each of a list, of which many processes have the same. */
interface Counting {
  readonly value: string;
  readonly label?: string;
  readonly list?: string;
  readonly each?: string;
}

const VALUES: Readonly<Record<FacetName, Counting>> = {
  stage: { value: 'stage' },
  status: { value: `CASE WHEN ${IS_OPEN} THEN 'open' ELSE outcome END` },
  method: { value: 'method' },
  category: { value: 'category' },
  year: { value: 'year::text' },
  buyer: { value: 'buyer_id', label: 'max(buyer_name)' },
  supplier: {
    value: 'k.party',
    label: `(SELECT name FROM party WHERE side = 'supplier' AND id = k.party)`,
    list: 'supplier_keys',
    each: `(SELECT DISTINCT coalesce(pk.party, one) AS party FROM unnest(supplier_keys) AS one
               LEFT JOIN party_key pk ON pk.side = 'supplier' AND pk.key = one) AS k`,
  },
  currency: { value: 'currency' },
  funds: { value: 'one', list: 'funds', each: 'unnest(funds) AS one' },
  budgetItem: { value: 'one', list: 'budget_items', each: 'unnest(budget_items) AS one' },
  municipality: { value: 'municipality' },
  validity: { value: `CASE WHEN valid THEN 'valid' ELSE 'invalid' END` },
};

/**
 * The most frequent values of each facet among the newest matches, as they were a moment ago. A facet's own filter is
 * left out, so that its other values can be chosen.
 */
export function countFacets(dataSource: DataSource, query: ProcessQuery, reach = REACH): Promise<Facets> {
  return keepFacets(dataSource, query, async () => {
    const rest = readMatches<FacetCounts>(dataSource, facetsLeft(query), reach);
    return withOwn(dataSource, query, rest, reach);
  });
}

/** Facets as they were counted a moment ago, else as they are. */
export function keepFacets(dataSource: DataSource, query: ProcessQuery, count: () => Promise<Facets>): Promise<Facets> {
  const { sort: _, limit: __, cursor: ___, ...filters } = query;
  const inForce = Object.entries(filters).filter(([, value]) => value !== undefined);
  return keepCounted(dataSource, `facets ${JSON.stringify(inForce.toSorted())}`, count);
}

type Counted = FacetCount & { readonly facet: FacetName };

/** What one list of matches tells of facets. */
export interface FacetCounts {
  /** Matches that were counted. */
  readonly hits: number;
  readonly counted: readonly Counted[];
}

/** The facets without a filter, and those that have one, of which each counts other matches. */
export async function withOwn(
  dataSource: DataSource,
  query: ProcessQuery,
  rest: Promise<FacetCounts>,
  reach: Reach,
): Promise<Facets> {
  const own = FACETS.filter((name) => query[name] !== undefined).map((name) =>
    readMatches<FacetCounts>(dataSource, listOfFacets({ ...query, [name]: undefined }, [name]), reach),
  );
  const all = await Promise.all([rest, ...own]);
  const counted = all.flatMap((one) => one.counted);
  const ofFacet = (name: FacetName) =>
    counted.filter(({ facet }) => facet === name).map(({ facet: _, ...count }) => count);
  return {
    counts: Object.fromEntries(FACETS.map((name) => [name, ofFacet(name)])) as unknown as Facets['counts'],
    capped: all.some(({ hits }) => hits > MOST_FACETED),
  };
}

const COLUMNS = `stage, tender_end, tender_status, outcome, method, category, year, buyer_id, buyer_name, supplier_keys, currency,
  funds, budget_items, municipality, valid`;

/** One more than are counted tells that there are more. */
const MOST = MOST_FACETED + 1;

/** The newest matches, whose answer is how many have each value of the facets that have no filter. */
export function facetsLeft(query: ProcessQuery): MatchList {
  return listOfFacets(
    query,
    FACETS.filter((name) => query[name] === undefined),
  );
}

function listOfFacets(query: ProcessQuery, facets: readonly FacetName[]): MatchList {
  const match = matchProcesses(query);
  return { match, key: 'moment', year: query.year, columns: COLUMNS, most: MOST, answer: countsOf(facets) };
}

function countsOf(facets: readonly FacetName[]): string {
  return `json_build_object('hits', (SELECT count(*) FROM hits), 'counted', (SELECT coalesce(json_agg(counted), '[]')
    FROM (${facets.map(selectFacet).join(' UNION ALL ')}) AS counted (facet, value, label, count)))`;
}

function selectFacet(name: FacetName): string {
  const { value, label = 'NULL', list, each } = VALUES[name];
  const [from, count] = list
    ? [`(SELECT ${list}, count(*) AS n FROM hits GROUP BY ${list}) AS lists, LATERAL ${each}`, 'sum(n)']
    : ['hits', 'count(*)'];
  return `(SELECT '${name}', ${value} AS value, ${label}, ${count}::int AS count FROM ${from}
            WHERE ${value} IS NOT NULL GROUP BY ${value} ORDER BY count DESC, value LIMIT ${MOST_VALUES})`;
}
