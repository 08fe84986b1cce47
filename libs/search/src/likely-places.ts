import type { DataSource } from 'typeorm';
import { keepCounted } from './keep-counted.js';
import type { MatchList } from './look-up.js';

/** More than this many times what is wanted should be found up to a place, or else it is no likely one. */
const MARGIN = 1.3;

/** How many match, as the planner takes it: words and filters for independent, which they seldom are. */
export async function expectedMatches(dataSource: DataSource, { match }: Pick<MatchList, 'match'>): Promise<number> {
  const [{ 'QUERY PLAN': planned }] = (await dataSource.query(
    `EXPLAIN (FORMAT JSON) SELECT FROM search_entry AS entry WHERE ${match.where}`,
    [...match.parameters],
  )) as [{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }];
  return planned[0].Plan['Plan Rows'];
}

/**
 * Places in order up to which there should be enough matches: the nearest, and the furthest of those that are asked for, in
 * case fewer than expected are among the first. None where matches would have to be expected further on. Places are those
 * that the planner knows, about: any would do, these are a good guess.
 *
 * @param expected how many match in all
 * @param reaches how many entries lie before each place, the fewest first
 */
export async function likelyPlaces(
  dataSource: DataSource,
  list: MatchList,
  expected: number,
  reaches: readonly number[],
): Promise<readonly string[]> {
  const { rows, bounds } = inYear(await knownOf(dataSource, list.key), list);
  const likely = reaches.filter((reach) => reach < rows && (expected / rows) * reach >= list.most * MARGIN);
  const places = [likely.at(0), likely.at(-1)].map((reach) => reach && boundBefore(bounds, 1 - reach / rows));
  return [...new Set(places)].filter((place) => typeof place === 'string');
}

interface Known {
  /** Entries there are, about. */
  readonly rows: number;
  /** Of parts with as many entries each, ascending. */
  readonly bounds: readonly string[];
}

function knownOf(dataSource: DataSource, key: MatchList['key']): Promise<Known> {
  return keepCounted(dataSource, `places ${key}`, async () => {
    const [known] = (await dataSource.query(
      `SELECT reltuples::float8 AS rows, coalesce((SELECT histogram_bounds::text::text[] FROM pg_stats
                WHERE schemaname = relnamespace::regnamespace::text AND tablename = relname AND attname = $1), '{}') AS bounds
         FROM pg_class WHERE oid = 'search_entry'::regclass`,
      [key],
    )) as [Known];
    return known;
  });
}

/** Nearly all processes of a year have their moment in it; amounts have no year. */
function inYear({ rows, bounds }: Known, { key, year }: MatchList): Known {
  if (year === undefined) return { rows, bounds };
  const own = key === 'moment' ? bounds.filter((bound) => bound.startsWith(`${year}-`)) : [];
  return { rows: (rows * own.length) / bounds.length, bounds: own };
}

function boundBefore(bounds: readonly string[], part: number): string | undefined {
  return bounds[Math.floor(part * (bounds.length - 1))];
}
