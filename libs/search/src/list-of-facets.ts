import type { MatchList } from './look-up.js';
import { IS_OPEN, matchProcesses } from './match-processes.js';
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

type Counted = FacetCount & { readonly facet: FacetName };

/** What one list of matches tells of facets. */
export interface FacetCounts {
  /** Matches that were counted. */
  readonly hits: number;
  readonly facets: readonly FacetName[];
  readonly counted: readonly Counted[];
}

const MOST_VALUES = 12;
/** Of a frequent word each match costs the reading of its words, and the newest tell what there is. */
export const MOST_FACETED = 2_000;

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

const COLUMNS = `stage, tender_end, tender_status, outcome, method, category, year, buyer_id, buyer_name, supplier_keys, currency,
  funds, budget_items, municipality, valid`;

/** One more than are counted tells that there are more. */
const MOST = MOST_FACETED + 1;

/** The newest matches, whose answer is `FacetCounts`. */
export function listOfFacets(query: ProcessQuery, facets: readonly FacetName[]): MatchList {
  const match = matchProcesses(query);
  return { match, key: 'moment', year: query.year, columns: COLUMNS, most: MOST, answer: countsOf(facets) };
}

function countsOf(facets: readonly FacetName[]): string {
  return `json_build_object('hits', (SELECT count(*) FROM hits), 'facets', '${JSON.stringify(facets)}'::json, 'counted', (SELECT coalesce(json_agg(counted), '[]')
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
