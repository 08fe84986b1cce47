import type { DataSource } from 'typeorm';
import { expectedMatches, likelyPlaces } from './likely-places.js';
import { gatherAll, gatherUpTo, type Look, type MatchList, tally, walk } from './look-up.js';

/** Counting every match of a frequent word costs more than the page itself. */
export const MOST_COUNTED = 10_000;

/**
 * How many entries are looked at. Which way is short depends on how many match, which nobody knows before: whoever goes by
 * date for what few have reads everything, and whoever gathers all that have a frequent word sorts half the store for a page.
 */
export interface Reach {
  /** So many in order, one after the other: of a page, and of a long list that has no words to go by. */
  readonly walked: readonly [page: number, list: number];
  /** The matches, gathered by index, among the first so many in order, where these should do. */
  readonly gathered: readonly number[];
  /** So many are counted; where no more should match, they are read at once as well. */
  readonly counted: number;
}

export const REACH: Reach = { walked: [1_000, 6_000], gathered: [10_000, 30_000, 100_000], counted: MOST_COUNTED };

const LONG = 1_000;

/** How many match; at most as many as are counted, which then means "more than". */
export interface Total {
  readonly total: number;
  readonly totalIsCapped: boolean;
}

/** How many match, and the answer over the first of them: where these are few, from one look at them. */
export async function readAndCount<Answer>(
  dataSource: DataSource,
  list: MatchList,
  reach = REACH,
): Promise<Total & { readonly answer: Answer }> {
  const expected = await expectedMatches(dataSource, list);
  const near = () => lookNear<Answer>(dataSource, list, expected, reach);
  const many = expected > reach.counted;
  const [counted, first] = await Promise.all([tally<Answer>(dataSource, list, reach.counted), many ? near() : null]);
  const answer = counted.answer ?? first ?? (many ? null : await near());
  return { ...totalOf(counted, reach.counted), answer: answer ?? (await lookEverywhere(dataSource, list)) };
}

/** The answer over the first matches. */
export async function readMatches<Answer>(dataSource: DataSource, list: MatchList, reach = REACH): Promise<Answer> {
  const expected = await expectedMatches(dataSource, list);
  const near = () => lookNear<Answer>(dataSource, list, expected, reach);
  const few = async () => (await tally<Answer>(dataSource, list, reach.counted)).answer;
  const [first, then] = expected > reach.counted || list.match.words === undefined ? [near, few] : [few, near];
  return (await first()) ?? (await then()) ?? lookEverywhere(dataSource, list);
}

/** How many match. */
export async function countMatches(dataSource: DataSource, match: MatchList['match']): Promise<Total> {
  const list = { match, key: 'moment', most: 0, answer: 'NULL' } as const;
  return totalOf(await tally(dataSource, list, MOST_COUNTED), MOST_COUNTED);
}

function totalOf({ n }: Look<unknown>, most: number): Total {
  return { total: Math.min(n, most), totalIsCapped: n > most };
}

/** Ever further, as long as there is reason to expect enough matches; null where there were fewer. */
async function lookNear<Answer>(
  dataSource: DataSource,
  list: MatchList,
  expected: number,
  { walked, gathered }: Reach,
): Promise<Answer | null> {
  const steps = walked[list.most < LONG ? 0 : 1];
  const walking = isShortWalk(list) ? (await walk<Answer>(dataSource, list, steps)).answer : null;
  if (walking !== null || list.beyond) return walking;
  for (const place of await likelyPlaces(dataSource, list, expected, gathered)) {
    const { answer } = await gatherUpTo<Answer>(dataSource, list, place);
    if (answer !== null) return answer;
  }
  return null;
}

/** A long list of what has a word is seldom among the first entries. */
function isShortWalk({ match, most }: MatchList): boolean {
  return match.words === undefined || most < LONG;
}

async function lookEverywhere<Answer>(dataSource: DataSource, list: MatchList): Promise<Answer> {
  return (await gatherAll<Answer>(dataSource, list)).answer!;
}
