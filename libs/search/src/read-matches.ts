import type { DataSource } from 'typeorm';
import { keepCounted } from './keep-counted.js';
import type { Cursor } from './keyset.js';
import type { Match } from './match-processes.js';

/** A list of matches: what it is in order of, the greatest first (of two alike, the greater ocid), and where it begins. */
export interface MatchList {
  readonly match: Match;
  /** Parameters of the query over the hits, numbered after those of the match. */
  readonly more?: readonly unknown[];
  readonly key: 'moment' | 'amount';
  /** Amounts are compared in one. */
  readonly currency?: string;
  /** Read from beyond this place, in its direction. */
  readonly beyond?: Cursor | undefined;
  /** Columns of `search_entry`. */
  readonly columns: string;
  readonly most: number;
}

/**
 * How many entries are looked at. Which way is short depends on how many match, which nobody knows before: whoever goes by
 * date for what few have reads everything, and whoever gathers all that have a frequent word sorts half the store for a page.
 */
export interface Reach {
  /** So many in order, one after the other, before anything else: of a page, and of a long list that has no words to go by. */
  readonly walked: readonly [page: number, list: number];
  /** Then the matches, gathered by index, among the first so many in order, where these should do; at last all of them. */
  readonly gathered: readonly number[];
  /** So many are gathered at once. */
  readonly few: number;
}

export const REACH: Reach = { walked: [1_000, 6_000], gathered: [10_000, 30_000, 100_000], few: 20_000 };

const LONG = 1_000;

/**
 * Runs a query over the first `most` matches of a list, `hits`, looking ever further until there are as many.
 *
 * @param select the query, given a condition that holds when there are enough `hits`: it answers nothing when it does not.
 */
export async function readMatches<Row>(
  dataSource: DataSource,
  list: MatchList,
  select: (enough: string) => string,
  reach = REACH,
): Promise<Row[]> {
  const run = async ({ hits, parameters }: Hits, enough: string) =>
    (await dataSource.query(
      `WITH hits AS MATERIALIZED (${hits}), found AS MATERIALIZED (SELECT count(*) AS n FROM hits) ${select(enough)}`,
      [...parameters],
    )) as Row[];
  const enough = `(SELECT n FROM found) >= ${list.most}`;
  const near = isShortWalk(list) ? await run(walk(list, reach), enough) : [];
  if (near.length > 0) return near;
  const edge = await likelyEdge(dataSource, list, reach);
  const gathered = edge === undefined ? [] : await run(gather(list, edge), enough);
  if (gathered.length > 0) return gathered;
  return run(gather(list), 'true');
}

interface Hits {
  readonly hits: string;
  readonly parameters: readonly unknown[];
}

const TYPES = { moment: 'timestamptz', amount: 'numeric' };
/** The same order, in words for which there is no index: else the planner may take it for a short way, and read everything. */
const UNINDEXED = { moment: `(moment AT TIME ZONE 'UTC')`, amount: '(+amount)' };

/** A long list of what has a word is seldom among the first entries. */
function isShortWalk({ match, most }: MatchList): boolean {
  return match.words === undefined || most < LONG;
}

function walk(list: MatchList, reach: Reach): Hits {
  const { where, parameters } = within(list);
  const order = inOrder(list, list.key);
  const walked = Math.max(reach.walked[list.most < LONG ? 0 : 1], list.most);
  return {
    hits: `SELECT ${list.columns} FROM (SELECT * FROM search_entry WHERE ${where} ${order} LIMIT ${walked}) AS entry
            WHERE ${list.match.where} ${order} LIMIT ${list.most}`,
    parameters,
  };
}

/**
 * Sorts places only, and fetches the rows by them: rows with their words would not fit into the memory for sorting.
 *
 * @param edge the last place to look at
 */
function gather(list: MatchList, edge?: string): Hits {
  const { where, parameters } = within(list);
  const last = edge === undefined ? '' : `AND ${list.key} >= $${parameters.length + 1}::${TYPES[list.key]}`;
  return {
    hits: `SELECT ${list.columns} FROM search_entry WHERE ctid = ANY(ARRAY(
             SELECT entry.ctid FROM search_entry AS entry WHERE ${list.match.where} AND ${where} ${last}
              ${inOrder(list, UNINDEXED[list.key])} LIMIT ${list.most}))`,
    parameters: edge === undefined ? parameters : [...parameters, edge],
  };
}

/** What a list is of, whoever matches. */
function within({ match, more = [], key, currency, beyond }: MatchList): {
  where: string;
  parameters: readonly unknown[];
} {
  const parameters = [...match.parameters, ...more];
  const next = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = [
    ...(key === 'amount' ? [`currency = ${next(currency)} AND amount IS NOT NULL`] : []),
    ...(beyond
      ? [
          `(${key}, ocid) ${beyond.direction === 'prev' ? '>' : '<'} (${next(beyond.key[0])}::${TYPES[key]}, ${next(beyond.key[1])})`,
        ]
      : []),
  ];
  return { where: conditions.join(' AND ') || 'true', parameters };
}

function inOrder({ beyond }: MatchList, key: string): string {
  const order = beyond?.direction === 'prev' ? 'ASC' : 'DESC';
  return `ORDER BY ${key} ${order}, ocid ${order}`;
}

/** More than this many times what is wanted should be found, or else all are gathered. */
const MARGIN = 1.3;

/** The nearest place up to which the planner expects enough matches; none where they are few, or spread further. */
async function likelyEdge(
  dataSource: DataSource,
  list: MatchList,
  { gathered, few }: Reach,
): Promise<string | undefined> {
  const { match, beyond, most } = list;
  if (beyond) return undefined;
  const { rows, places } = await edges(dataSource, list, gathered);
  if (rows <= few) return undefined;
  const [{ 'QUERY PLAN': planned }] = (await dataSource.query(
    `EXPLAIN (FORMAT JSON) SELECT FROM search_entry AS entry WHERE ${match.where}`,
    [...match.parameters],
  )) as [{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }];
  const expected = planned[0].Plan['Plan Rows'];
  if (expected <= few) return undefined;
  return places.find(({ reach }) => (expected / rows) * reach >= most * MARGIN)?.place;
}

interface Edges {
  /** Of the list, about. */
  readonly rows: number;
  readonly places: readonly { readonly reach: number; readonly place: string }[];
}

/** The places up to which to gather, as they were a moment ago: any would do, these are a good guess. */
function edges(dataSource: DataSource, { key, currency }: MatchList, gathered: readonly number[]): Promise<Edges> {
  return keepCounted(dataSource, `edges ${key} ${currency} ${gathered.join()}`, async () => {
    const list = key === 'amount' ? 'WHERE currency = $2 AND amount IS NOT NULL' : '';
    const places = (await dataSource.query(
      `SELECT reach, (SELECT ${key}::text FROM search_entry ${list} ORDER BY ${key} DESC, ocid DESC OFFSET reach LIMIT 1) AS place
         FROM unnest($1::int[]) AS reach`,
      key === 'amount' ? [gathered, currency] : [gathered],
    )) as { reach: number; place: string | null }[];
    const [{ rows }] = (await dataSource.query(
      `SELECT reltuples::float8 AS rows FROM pg_class WHERE oid = 'search_entry'::regclass`,
    )) as [{ rows: number }];
    return { rows, places: places.flatMap(({ reach, place }) => (place === null ? [] : [{ reach, place }])) };
  });
}
