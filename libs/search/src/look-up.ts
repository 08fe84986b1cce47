import type { DataSource } from 'typeorm';
import type { Cursor } from './keyset.js';
import type { Match } from './match-processes.js';

/** Where matches stand in order, the greatest first (of two alike, the greater ocid), and from where they are read. */
export interface MatchList {
  readonly match: Match;
  readonly key: 'moment' | 'amount';
  /** Amounts are compared in one. */
  readonly currency?: string | undefined;
  /** All matches are of this year, which need not be that of their moment: those of others are passed over. */
  readonly year?: number | undefined;
  /** Read from beyond this place, in its direction. */
  readonly beyond?: Cursor | undefined;
  /** So many are read. */
  readonly most: number;
  /** What the answer asks of `search_entry`, beside `ocid` and `place`, which is the key. */
  readonly columns?: string;
  /** Parameters of the answer, numbered after those of the match. */
  readonly more?: readonly unknown[];
  /** An expression over `hits`, the matches: a JSON value. */
  readonly answer: string;
}

/** What one look at the store found. */
export interface Look<Answer> {
  /** How many matches were met. */
  readonly n: number;
  /** Null where there were not enough to answer. */
  readonly answer: Answer | null;
}

/** `hits`, and how many were `found` and whether that is enough, as common table expressions. */
interface Way {
  readonly tables: string;
  readonly parameters: readonly unknown[];
}

/** Goes through entries in order, one after the other: enough, when among the first `walked` there are `most` matches. */
export function walk<Answer>(dataSource: DataSource, list: MatchList, walked: number): Promise<Look<Answer>> {
  const { where, parameters } = within(list);
  const order = inOrder(list, list.key);
  const hits = `SELECT ${columns(list)} FROM (SELECT * FROM search_entry WHERE ${where} ${order} LIMIT ${Math.max(walked, list.most)}) AS entry
                 WHERE ${list.match.where} ${order} LIMIT ${list.most}`;
  return look(dataSource, list, { tables: thatMany(hits, list), parameters });
}

/** Gathers, by index, the matches up to a place: enough, when there are `most`. */
export function gatherUpTo<Answer>(dataSource: DataSource, list: MatchList, place: string): Promise<Look<Answer>> {
  const { where, parameters } = within(list);
  const upTo = `${where} AND ${list.key} >= $${parameters.length + 1}::${TYPES[list.key]}`;
  return look(dataSource, list, { tables: thatMany(gathered(list, upTo), list), parameters: [...parameters, place] });
}

/** Gathers and sorts all matches there are, which is always enough. */
export function gatherAll<Answer>(dataSource: DataSource, list: MatchList): Promise<Look<Answer>> {
  const { where, parameters } = within(list);
  const tables = `hits AS MATERIALIZED (${gathered(list, where)}),
    found AS MATERIALIZED (SELECT count(*)::int AS n, true AS enough FROM hits)`;
  return look(dataSource, list, { tables, parameters });
}

/** Counts up to `most` matches and one, and answers from those same ones where there are no more than that. */
export function tally<Answer>(dataSource: DataSource, list: MatchList, most: number): Promise<Look<Answer>> {
  const { where, parameters } = within({ ...list, beyond: undefined });
  const all = [...parameters];
  const beyond = isBeyond(list, 'place', all);
  const tables = `
    matched AS MATERIALIZED (SELECT entry.ctid AS at, entry.${list.key} AS place, entry.ocid FROM search_entry AS entry
      WHERE ${list.match.where} AND ${where} LIMIT ${most + 1}),
    found AS MATERIALIZED (SELECT count(*)::int AS n, count(*) <= ${most} AS enough FROM matched),
    hits AS MATERIALIZED (SELECT ${columns(list)} FROM search_entry WHERE ctid = ANY(ARRAY(
      SELECT at FROM matched WHERE (SELECT enough FROM found) AND ${beyond} ${inOrder(list, 'place')} LIMIT ${list.most})))`;
  return look(dataSource, list, { tables, parameters: all });
}

async function look<Answer>(dataSource: DataSource, list: MatchList, { tables, parameters }: Way) {
  const [found] = (await dataSource.query(
    `WITH ${tables} SELECT n, CASE WHEN enough THEN ${list.answer} END AS answer FROM found`,
    [...parameters],
  )) as [Look<Answer>];
  return found;
}

const TYPES = { moment: 'timestamptz', amount: 'numeric' };
/** The same order, in words for which there is no index: else the planner may take it for a short way, and read everything. */
const UNINDEXED = { moment: `(moment AT TIME ZONE 'UTC')`, amount: '(+amount)' };

function columns({ key, columns: asked }: MatchList): string {
  return ['ocid', `${key} AS place`, ...(asked ? [asked] : [])].join(', ');
}

function thatMany(hits: string, { most }: MatchList): string {
  return `hits AS MATERIALIZED (${hits}),
    found AS MATERIALIZED (SELECT count(*)::int AS n, count(*) >= ${most} AS enough FROM hits)`;
}

/** Sorts places only, and fetches the rows by them: rows with their words would not fit into the memory for sorting. */
function gathered(list: MatchList, where: string): string {
  return `SELECT ${columns(list)} FROM search_entry WHERE ctid = ANY(ARRAY(
    SELECT entry.ctid FROM search_entry AS entry WHERE ${list.match.where} AND ${where}
     ${inOrder(list, UNINDEXED[list.key])} LIMIT ${list.most}))`;
}

/** What a list is of, whoever matches, from where it is read on. */
function within(list: MatchList): { readonly where: string; readonly parameters: readonly unknown[] } {
  const parameters = [...list.match.parameters, ...(list.more ?? [])];
  const conditions = [isOfList(list, parameters), isBeyond(list, list.key, parameters)];
  return { where: conditions.join(' AND '), parameters };
}

/** The condition of what a list is of. Its parameters are added to those there are. */
function isOfList({ key, currency, year }: MatchList, parameters: unknown[]): string {
  const conditions = [
    ...(key === 'amount' ? [`currency = $${parameters.push(currency)} AND amount IS NOT NULL`] : []),
    ...(year === undefined ? [] : [`year = $${parameters.push(year)}::int`]),
  ];
  return conditions.join(' AND ') || 'true';
}

function isBeyond({ beyond, key }: MatchList, place: string, parameters: unknown[]): string {
  if (!beyond) return 'true';
  const [at, ocid] = beyond.key.map((part) => `$${parameters.push(part)}`);
  return `(${place}, ocid) ${beyond.direction === 'prev' ? '>' : '<'} (${at}::${TYPES[key]}, ${ocid})`;
}

function inOrder({ beyond }: MatchList, key: string): string {
  const order = beyond?.direction === 'prev' ? 'ASC' : 'DESC';
  return `ORDER BY ${key} ${order}, ocid ${order}`;
}
