import type { DataSource } from 'typeorm';
import type { MoneyStage, Stage } from '#ocds';
import { type Page, makePage, readCursor } from './keyset.js';

export interface ProcessQuery {
  /** Words, with or without accents; "quoted", -excluded and or are understood. An ocid or local number finds itself. */
  readonly q?: string | undefined;
  readonly stage?: Stage | undefined;
  readonly buyer?: string | undefined;
  readonly method?: string | undefined;
  readonly year?: number | undefined;
  readonly publisher?: string | undefined;
  readonly sort?: 'date' | 'relevance' | undefined;
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

/** The condition of a search; its parameters are those of `matchParameters`. */
export const MATCH = `($1::text IS NULL OR words @@ search_query($1) OR ocid = $1 OR local_number = $1)
  AND ($2::text IS NULL OR stage = $2) AND ($3::text IS NULL OR buyer_id = $3) AND ($4::text IS NULL OR method = $4)
  AND ($5::int IS NULL OR year = $5) AND ($6::text IS NULL OR publisher_id = $6)`;

/**
 * Finds processes by words and filters: by date, newest first, or by relevance among the newest matches.
 *
 * @throws CursorError when the cursor is not one of this list.
 */
export async function searchProcesses(dataSource: DataSource, query: ProcessQuery): Promise<ProcessPage> {
  const match = matchParameters(query);
  const byRelevance = (query.sort ?? (query.q ? 'relevance' : 'date')) === 'relevance' && query.q !== undefined;
  const page = byRelevance
    ? await pageByRelevance(dataSource, query, match)
    : await pageByDate(dataSource, query, match);
  const [counted] = (await dataSource.query(
    `SELECT count(*)::int AS n FROM (SELECT FROM process WHERE ${MATCH} LIMIT ${MOST_COUNTED + 1}) capped`,
    match,
  )) as { n: number }[];
  const total = Math.min(counted!.n, MOST_COUNTED);
  return { ...page, total, totalIsCapped: counted!.n > MOST_COUNTED };
}

/** Values for the first six parameters of `MATCH`. */
export function matchParameters(query: ProcessQuery): unknown[] {
  return [query.q, query.stage, query.buyer, query.method, query.year, query.publisher].map((one) => one ?? null);
}

type KeyedRow = ProcessRow & { readonly key: string | number };

async function pageByDate(dataSource: DataSource, query: ProcessQuery, match: readonly unknown[]) {
  const cursor = readCursor(query.cursor, 2);
  const backwards = cursor?.direction === 'prev';
  const order = backwards ? 'ASC' : 'DESC';
  const rows = (await dataSource.query(
    `SELECT ${PROCESS_COLUMNS}, coalesce(date, '-infinity')::text AS key FROM process
      WHERE ${MATCH} AND ($7::text IS NULL
        OR (coalesce(date, '-infinity'), ocid) ${backwards ? '>' : '<'} ($7::timestamptz, $8))
      ORDER BY coalesce(date, '-infinity') ${order}, ocid ${order} LIMIT $9`,
    [...match, ...(cursor?.key ?? [null, null]), query.limit + 1],
  )) as KeyedRow[];
  return withoutKeys(makePage(rows, query.limit, cursor, (row) => [row.key, row.ocid]));
}

async function pageByRelevance(dataSource: DataSource, query: ProcessQuery, match: readonly unknown[]) {
  const cursor = readCursor(query.cursor, 3);
  const backwards = cursor?.direction === 'prev';
  const order = backwards ? 'ASC' : 'DESC';
  const rows = (await dataSource.query(
    `WITH newest AS (SELECT *, coalesce(date, '-infinity') AS moment FROM process WHERE ${MATCH}
                      ORDER BY moment DESC, ocid DESC LIMIT ${MOST_RANKED}),
          ranked AS (SELECT *, round(ts_rank(words, search_query($1))::numeric, 3) AS rank FROM newest)
     SELECT ${PROCESS_COLUMNS}, rank::text AS rank, moment::text AS key FROM ranked
      WHERE $7::text IS NULL OR (rank, moment, ocid) ${backwards ? '>' : '<'} ($7::numeric, $8::timestamptz, $9)
      ORDER BY ranked.rank ${order}, moment ${order}, ocid ${order} LIMIT $10`,
    [...match, ...(cursor?.key ?? [null, null, null]), query.limit + 1],
  )) as (KeyedRow & { readonly rank: string })[];
  const page = makePage(rows, query.limit, cursor, (row) => [row.rank, row.key, row.ocid]);
  return withoutKeys({ ...page, rows: page.rows.map(({ rank: _, ...row }) => row) });
}

function withoutKeys(page: Page<KeyedRow>): Page<ProcessRow> {
  return { ...page, rows: page.rows.map(({ key: _, ...row }) => row) };
}
