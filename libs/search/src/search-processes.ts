import type { DataSource } from 'typeorm';
import type { MoneyStage, Outcome, Stage } from '#ocds';
import { type Cursor, makePage, type Page, readCursor } from './keyset.js';
import type { MatchList } from './look-up.js';
import { matchProcesses, type ProcessFilters } from './match-processes.js';
import { countMatches, REACH, readAndCount, readMatches, type Total } from './read-matches.js';

export interface ProcessQuery extends ProcessFilters {
  /** By amount: of one currency, pesos unless a filter names another; the highest first. */
  readonly sort?: 'date' | 'relevance' | 'amount' | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A process as search shows it; `amount` is decimal text in `currency`, of the stage `amountStage`. */
export interface ProcessRow {
  readonly ocid: string;
  readonly publisherId: string;
  readonly localNumber: string | null;
  readonly title: string | null;
  readonly buyerId: string | null;
  readonly buyerName: string | null;
  readonly stage: Stage;
  readonly tenderStatus: string | null;
  /** How it ended, where it has. */
  readonly outcome: Outcome | null;
  readonly method: string | null;
  readonly methodDetails: string | null;
  readonly category: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly amountStage: MoneyStage | null;
  readonly suppliers: readonly string[];
  readonly date: Date | null;
  readonly tenderEnd: Date | null;
}

export type ProcessPage = Page<ProcessRow> & Total;

/**
 * Relevance is computed over the newest matches only: ranking all of a frequent word takes seconds. It is rounded, so
 * that rows that match alike stand by date.
 */
const MOST_RANKED = 2_000;

export const PROCESS_COLUMNS = `ocid, publisher_id AS "publisherId", local_number AS "localNumber", title, buyer_id AS "buyerId",
  buyer_name AS "buyerName", stage, tender_status AS "tenderStatus", outcome, method, method_details AS "methodDetails", category,
  amount::text AS amount, currency, amount_stage AS "amountStage", suppliers, date, tender_end AS "tenderEnd"`;

/**
 * Finds processes by words and filters: by date, newest first, by relevance among the newest matches, or by amount.
 *
 * @throws CursorError when the cursor is not one of this list.
 */
export async function searchProcesses(
  dataSource: DataSource,
  query: ProcessQuery,
  reach = REACH,
): Promise<ProcessPage> {
  const { list, pageOf } = asList(query);
  const { answer, ...total } = await readAndCount<readonly FoundRow[]>(dataSource, list, reach);
  return { ...pageOf(answer), ...total };
}

/**
 * The same page, for who does not ask how many there are: nothing is counted.
 *
 * @throws CursorError when the cursor is not one of this list.
 */
export async function pageOfProcesses(
  dataSource: DataSource,
  query: ProcessQuery,
  reach = REACH,
): Promise<Page<ProcessRow>> {
  const { list, pageOf } = asList(query);
  return pageOf(await readMatches(dataSource, list, reach));
}

/** How many processes match. */
export function countProcesses(dataSource: DataSource, filters: ProcessFilters): Promise<Total> {
  return countMatches(dataSource, matchProcesses(filters));
}

/** By amount is only what has one in one currency: pesos, unless another is named. Counts beside such a list are of it, too. */
export function inOneCurrency(query: ProcessQuery): ProcessQuery {
  return sortOf(query) === 'amount' ? { ...query, currency: query.currency ?? 'MXN' } : query;
}

/** Relevance needs words to be relevant to. */
export function sortOf({ sort, q }: Pick<ProcessQuery, 'sort' | 'q'>): 'date' | 'relevance' | 'amount' {
  if (sort === 'date' || sort === 'amount') return sort;
  return q === undefined ? 'date' : 'relevance';
}

/** A query as a list of matches whose answer is the rows of the page that is asked for. */
export interface PageList {
  readonly list: MatchList;
  readonly pageOf: (found: readonly FoundRow[]) => Page<ProcessRow>;
}

/** @throws CursorError when the cursor is not one of this list. */
export function asList(query: ProcessQuery): PageList {
  return sortOf(query) === 'relevance' ? byRelevance(query) : inOrder(query);
}

/** As JSON tells it: a moment is text. */
export type FoundRow = Omit<ProcessRow, 'date' | 'tenderEnd'> & {
  readonly date: string | null;
  readonly tenderEnd: string | null;
  /** The place in its list. */
  readonly key: readonly string[];
};

function inOrder(query: ProcessQuery): PageList {
  const key = sortOf(query) === 'amount' ? 'amount' : 'moment';
  const asked = inOneCurrency(query);
  const beyond = readCursor(query.cursor, 2);
  const order = beyond?.direction === 'prev' ? 'ASC' : 'DESC';
  const answer = rowsOf(
    'place::text, ocid',
    `SELECT ocid, place FROM hits ORDER BY place ${order}, ocid ${order} LIMIT ${query.limit + 1}`,
    `place ${order}, ocid ${order}`,
  );
  const { currency, year } = asked;
  const list = { match: matchProcesses(asked), key, currency, year, beyond, most: query.limit + 1, answer } as const;
  return { list, pageOf: (found) => toPage(found, query.limit, beyond) };
}

function byRelevance(query: ProcessQuery): PageList {
  const cursor = readCursor(query.cursor, 3);
  const [order, beyond] = cursor?.direction === 'prev' ? ['ASC', '>'] : ['DESC', '<'];
  const match = matchProcesses(query);
  const more = cursor?.key ?? [null, null, null];
  const [rank, place, ocid] = [1, 2, 3].map((n) => `$${match.parameters.length + n}`);
  const answer = rowsOf(
    'rank::text, place::text, ocid',
    `SELECT * FROM (SELECT ocid, place, round(ts_rank(words, search_query(${match.words}))::numeric, 3) AS rank
         FROM (SELECT * FROM hits ORDER BY place DESC, ocid DESC LIMIT ${MOST_RANKED}) AS newest) AS ranked
      WHERE ${place}::text IS NULL OR (rank, place, ocid) ${beyond} (${rank}::numeric, ${place}::timestamptz, ${ocid})
      ORDER BY rank ${order}, place ${order}, ocid ${order} LIMIT ${query.limit + 1}`,
    `rank ${order}, place ${order}, ocid ${order}`,
  );
  const list = { match, more, key: 'moment', year: query.year, columns: 'words', most: MOST_RANKED, answer } as const;
  return { list, pageOf: (found) => toPage(found, query.limit, cursor) };
}

function rowsOf(key: string, page: string, order: string): string {
  return `(SELECT coalesce(json_agg(shown), '[]') FROM (
    SELECT ${PROCESS_COLUMNS}, ARRAY[${key}] AS key FROM (${page}) AS page JOIN process USING (ocid) ORDER BY ${order}) AS shown)`;
}

function toPage(found: readonly FoundRow[], limit: number, cursor: Cursor | undefined): Page<ProcessRow> {
  const page = makePage(found, limit, cursor, ({ key }) => key);
  return { ...page, rows: page.rows.map(toRow) };
}

function toRow({ key: _, ...row }: FoundRow): ProcessRow {
  return { ...row, date: momentOf(row.date), tenderEnd: momentOf(row.tenderEnd) };
}

function momentOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
