import type { DataSource } from 'typeorm';
import type { MoneyStage, Stage } from '#ocds';
import { type Page, makePage, readCursor } from './keyset.js';
import { type Match, matchProcesses, type ProcessFilters } from './match-processes.js';

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
  buyer_name AS "buyerName", stage, tender_status AS "tenderStatus", method, method_details AS "methodDetails", category,
  amount::text AS amount, currency, amount_stage AS "amountStage", suppliers, date, tender_end AS "tenderEnd"`;

/**
 * Finds processes by words and filters: by date, newest first, by relevance among the newest matches, or by amount.
 *
 * @throws CursorError when the cursor is not one of this list.
 */
export async function searchProcesses(dataSource: DataSource, query: ProcessQuery): Promise<ProcessPage> {
  const asked = sortOf(query) === 'amount' ? { ...query, currency: query.currency ?? 'MXN' } : query;
  const match = matchProcesses(asked);
  const [page, counted] = await Promise.all([
    ORDERS[sortOf(query)](dataSource, query, match),
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
    `SELECT count(*)::int AS n FROM (SELECT FROM process WHERE ${where} LIMIT ${MOST_COUNTED + 1}) capped`,
    [...parameters],
  )) as [{ n: number }];
  return { total: Math.min(n, MOST_COUNTED), totalIsCapped: n > MOST_COUNTED };
}

/** Relevance needs words to be relevant to. */
export function sortOf({ sort, q }: Pick<ProcessQuery, 'sort' | 'q'>): 'date' | 'relevance' | 'amount' {
  if (sort === 'date' || sort === 'amount') return sort;
  return q === undefined ? 'date' : 'relevance';
}

type Order = (dataSource: DataSource, query: ProcessQuery, match: Match) => Promise<Page<ProcessRow>>;

const ORDERS: Readonly<Record<'date' | 'relevance' | 'amount', Order>> = {
  date: pageByDate,
  relevance: pageByRelevance,
  amount: pageByAmount,
};

type KeyedRow = ProcessRow & { readonly key: string | number };

async function pageByDate(dataSource: DataSource, query: ProcessQuery, match: Match) {
  const cursor = readCursor(query.cursor, 2);
  const [order, beyond] = cursor?.direction === 'prev' ? ['ASC', '>'] : ['DESC', '<'];
  const [at, id, limit] = numbered(match, 3);
  const rows = (await dataSource.query(
    `SELECT ${PROCESS_COLUMNS}, coalesce(date, '-infinity')::text AS key FROM process
      WHERE ${match.where} AND (${at}::text IS NULL
        OR (coalesce(date, '-infinity'), ocid) ${beyond} (${at}::timestamptz, ${id}))
      ORDER BY coalesce(date, '-infinity') ${order}, ocid ${order} LIMIT ${limit}`,
    [...match.parameters, ...(cursor?.key ?? [null, null]), query.limit + 1],
  )) as KeyedRow[];
  return withoutKeys(makePage(rows, query.limit, cursor, (row) => [row.key, row.ocid]));
}

async function pageByAmount(dataSource: DataSource, query: ProcessQuery, match: Match) {
  const cursor = readCursor(query.cursor, 2);
  const [order, beyond] = cursor?.direction === 'prev' ? ['ASC', '>'] : ['DESC', '<'];
  const [at, id, limit] = numbered(match, 3);
  const rows = (await dataSource.query(
    `SELECT ${PROCESS_COLUMNS}, process.amount::text AS key FROM process
      WHERE ${match.where} AND process.amount IS NOT NULL
        AND (${at}::text IS NULL OR (process.amount, ocid) ${beyond} (${at}::numeric, ${id}))
      ORDER BY process.amount ${order}, ocid ${order} LIMIT ${limit}`,
    [...match.parameters, ...(cursor?.key ?? [null, null]), query.limit + 1],
  )) as KeyedRow[];
  return withoutKeys(makePage(rows, query.limit, cursor, (row) => [row.key, row.ocid]));
}

async function pageByRelevance(dataSource: DataSource, query: ProcessQuery, match: Match) {
  const cursor = readCursor(query.cursor, 3);
  const [order, beyond] = cursor?.direction === 'prev' ? ['ASC', '>'] : ['DESC', '<'];
  const [rank, at, id, limit] = numbered(match, 4);
  const rows = (await dataSource.query(
    `WITH newest AS (SELECT *, coalesce(date, '-infinity') AS moment FROM process WHERE ${match.where}
                      ORDER BY moment DESC, ocid DESC LIMIT ${MOST_RANKED}),
          ranked AS (SELECT *, round(ts_rank(words, search_query(${match.words}))::numeric, 3) AS rank FROM newest)
     SELECT ${PROCESS_COLUMNS}, rank::text AS rank, moment::text AS key FROM ranked
      WHERE ${at}::text IS NULL OR (rank, moment, ocid) ${beyond} (${rank}::numeric, ${at}::timestamptz, ${id})
      ORDER BY ranked.rank ${order}, moment ${order}, ocid ${order} LIMIT ${limit}`,
    [...match.parameters, ...(cursor?.key ?? [null, null, null]), query.limit + 1],
  )) as (KeyedRow & { readonly rank: string })[];
  const page = makePage(rows, query.limit, cursor, (row) => [row.rank, row.key, row.ocid]);
  return withoutKeys({ ...page, rows: page.rows.map(({ rank: _, ...row }) => row) });
}

/** The next parameters after those of the match. */
function numbered({ parameters }: Match, count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => `$${parameters.length + n + 1}`);
}

function withoutKeys(page: Page<KeyedRow>): Page<ProcessRow> {
  return { ...page, rows: page.rows.map(({ key: _, ...row }) => row) };
}
