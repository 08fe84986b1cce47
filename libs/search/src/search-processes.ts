import type { DataSource } from 'typeorm';
import type { MoneyStage, Outcome, Stage } from '#ocds';
import { type Page, makePage, readCursor } from './keyset.js';
import { matchProcesses, type ProcessFilters } from './match-processes.js';
import { type MatchList, REACH, type Reach, readMatches } from './read-matches.js';

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

export interface ProcessPage extends Page<ProcessRow> {
  /** How many processes match; at most `MOST_COUNTED`, which then means "more than". */
  readonly total: number;
  readonly totalIsCapped: boolean;
}

/** Counting every match of a frequent word costs more than the page itself. */
export const MOST_COUNTED = 10_000;
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
  const asked = sortOf(query) === 'amount' ? { ...query, currency: query.currency ?? 'MXN' } : query;
  const [page, counted] = await Promise.all([
    ORDERS[sortOf(query)](dataSource, asked, reach),
    countProcesses(dataSource, asked),
  ]);
  return { ...page, ...counted };
}

/** How many processes match. */
export async function countProcesses(
  dataSource: DataSource,
  filters: ProcessFilters,
): Promise<Pick<ProcessPage, 'total' | 'totalIsCapped'>> {
  const { where, parameters } = matchProcesses(filters);
  const [{ n }] = (await dataSource.query(
    `SELECT count(*)::int AS n FROM (SELECT FROM search_entry AS entry WHERE ${where} LIMIT ${MOST_COUNTED + 1}) capped`,
    [...parameters],
  )) as [{ n: number }];
  return { total: Math.min(n, MOST_COUNTED), totalIsCapped: n > MOST_COUNTED };
}

/** Relevance needs words to be relevant to. */
export function sortOf({ sort, q }: Pick<ProcessQuery, 'sort' | 'q'>): 'date' | 'relevance' | 'amount' {
  if (sort === 'date' || sort === 'amount') return sort;
  return q === undefined ? 'date' : 'relevance';
}

type Order = (dataSource: DataSource, query: ProcessQuery, reach: Reach) => Promise<Page<ProcessRow>>;

const ORDERS: Readonly<Record<'date' | 'relevance' | 'amount', Order>> = {
  date: (dataSource, query, reach) => pageInOrder(dataSource, query, 'moment', reach),
  relevance: pageByRelevance,
  amount: (dataSource, query, reach) => pageInOrder(dataSource, query, 'amount', reach),
};

type KeyedRow = ProcessRow & { readonly key: string };

async function pageInOrder(dataSource: DataSource, query: ProcessQuery, key: MatchList['key'], reach: Reach) {
  const beyond = readCursor(query.cursor, 2);
  const order = beyond?.direction === 'prev' ? 'ASC' : 'DESC';
  const match = matchProcesses(query);
  const list = {
    match,
    key,
    currency: query.currency,
    beyond,
    columns: `ocid, ${key} AS place`,
    most: query.limit + 1,
  };
  const rows = await readMatches<KeyedRow>(
    dataSource,
    list,
    (enough) => `SELECT ${PROCESS_COLUMNS}, place::text AS key FROM hits JOIN process USING (ocid) WHERE ${enough}
                  ORDER BY place ${order}, ocid ${order}`,
    reach,
  );
  return withoutKeys(makePage(rows, query.limit, beyond, (row) => [row.key, row.ocid]));
}

async function pageByRelevance(dataSource: DataSource, query: ProcessQuery, reach: Reach) {
  const cursor = readCursor(query.cursor, 3);
  const [order, beyond] = cursor?.direction === 'prev' ? ['ASC', '>'] : ['DESC', '<'];
  const match = matchProcesses(query);
  const more = [...(cursor?.key ?? [null, null, null]), query.limit + 1];
  const [rank, at, id, limit] = [1, 2, 3, 4].map((n) => `$${match.parameters.length + n}`);
  const rows = await readMatches<KeyedRow & { readonly rank: string }>(
    dataSource,
    { match, more, key: 'moment', columns: 'ocid, moment, words', most: MOST_RANKED },
    (enough) => `,
      ranked AS (SELECT ocid, moment, round(ts_rank(words, search_query(${match.words}))::numeric, 3) AS rank FROM hits WHERE ${enough}),
      page AS (SELECT * FROM ranked
                WHERE ${at}::text IS NULL OR (rank, moment, ocid) ${beyond} (${rank}::numeric, ${at}::timestamptz, ${id})
                ORDER BY rank ${order}, moment ${order}, ocid ${order} LIMIT ${limit})
      SELECT ${PROCESS_COLUMNS}, rank::text AS rank, moment::text AS key FROM page JOIN process USING (ocid)
       ORDER BY page.rank ${order}, moment ${order}, ocid ${order}`,
    reach,
  );
  const page = makePage(rows, query.limit, cursor, (row) => [row.rank, row.key, row.ocid]);
  return withoutKeys({ ...page, rows: page.rows.map(({ rank: _, ...row }) => row) });
}

function withoutKeys(page: Page<KeyedRow>): Page<ProcessRow> {
  return { ...page, rows: page.rows.map(({ key: _, ...row }) => row) };
}
