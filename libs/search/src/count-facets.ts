import type { DataSource } from 'typeorm';
import { keepCounted } from './keep-counted.js';
import { IS_OPEN, matchProcesses } from './match-processes.js';
import { REACH, type Reach, readMatches } from './read-matches.js';
import { type ProcessQuery, type ProcessRow, PROCESS_COLUMNS } from './search-processes.js';

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
  const { sort: _, limit: __, cursor: ___, ...filters } = query;
  const inForce = Object.entries(filters).filter(([, value]) => value !== undefined);
  return keepCounted(dataSource, `facets ${JSON.stringify(inForce.toSorted())}`, () =>
    countAll(dataSource, query, reach),
  );
}

async function countAll(dataSource: DataSource, query: ProcessQuery, reach: Reach): Promise<Facets> {
  const own = FACETS.filter((name) => query[name] !== undefined);
  const others = FACETS.filter((name) => query[name] === undefined);
  const counted = await Promise.all([
    countTogether(dataSource, query, others, reach),
    ...own.map((name) => countTogether(dataSource, { ...query, [name]: undefined }, [name], reach)),
  ]);
  const rows = counted.flatMap((one) => one.rows);
  const ofFacet = (name: FacetName) =>
    rows.filter(({ facet }) => facet === name).map(({ facet: _, ...count }) => count);
  return {
    counts: Object.fromEntries(FACETS.map((name) => [name, ofFacet(name)])) as unknown as Facets['counts'],
    capped: counted.some(({ hits }) => hits > MOST_FACETED),
  };
}

type Counted = FacetCount & { readonly facet: FacetName };

const COLUMNS = `stage, tender_end, tender_status, outcome, method, category, year, buyer_id, buyer_name, supplier_keys, currency,
  funds, budget_items, municipality, valid`;

/** Counts several facets of one set of matches, which is gone through once. */
async function countTogether(dataSource: DataSource, query: ProcessQuery, facets: readonly FacetName[], reach: Reach) {
  const rows = await readMatches<Counted & { facet: FacetName | null }>(
    dataSource,
    { match: matchProcesses(query), key: 'moment', columns: COLUMNS, most: MOST_FACETED + 1 },
    (enough) => `
      SELECT NULL AS facet, NULL AS value, NULL AS label, count(*)::int AS count FROM hits HAVING ${enough}
      UNION ALL ${facets.map((name) => selectFacet(name, enough)).join(' UNION ALL ')}`,
    reach,
  );
  return { hits: rows.find(({ facet }) => facet === null)!.count, rows: rows.filter(({ facet }) => facet !== null) };
}

function selectFacet(name: FacetName, enough: string): string {
  const { value, label = 'NULL', list, each } = VALUES[name];
  const [from, count] = list
    ? [`(SELECT ${list}, count(*) AS n FROM hits WHERE ${enough} GROUP BY ${list}) AS lists, LATERAL ${each}`, 'sum(n)']
    : ['hits', 'count(*)'];
  return `(SELECT '${name}', ${value} AS value, ${label}, ${count}::int AS count FROM ${from}
            WHERE ${enough} AND ${value} IS NOT NULL GROUP BY ${value} ORDER BY count DESC, value LIMIT ${MOST_VALUES})`;
}

/** Tenders whose deadline is still ahead, the nearest first. */
export async function openTenders(
  dataSource: DataSource,
  limit: number,
  filters: Pick<ProcessQuery, 'category' | 'min' | 'max' | 'buyer'> = {},
): Promise<readonly ProcessRow[]> {
  const { where, parameters } = matchProcesses(filters);
  return (await dataSource.query(
    `SELECT ${PROCESS_COLUMNS} FROM process JOIN (
       SELECT ocid FROM search_entry AS entry WHERE ${IS_OPEN} AND ${where} ORDER BY tender_end, ocid LIMIT $${parameters.length + 1}
     ) AS nearest USING (ocid) ORDER BY process.tender_end, ocid`,
    [...parameters, limit],
  )) as ProcessRow[];
}
