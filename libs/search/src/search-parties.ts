import type { DataSource } from 'typeorm';
import { contains } from '#database';
import type { Side } from '#ocds';
import { type Page, makePage, readCursor } from './keyset.js';
import { MOST_COUNTED } from './read-matches.js';

export interface PartyQuery {
  /** A name, with or without accents, also misspelt; or an identifier. */
  readonly q?: string | undefined;
  /** Suppliers that won something in it, buyers with a process of it. */
  readonly year?: number | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A party in figures; `awarded` and `contracted` are decimal text by currency, of what it won or bought alone. */
export interface PartyRow {
  readonly id: string;
  readonly name: string;
  /** Other names it is written with, the most frequent first. */
  readonly names: readonly string[];
  readonly processes: number;
  readonly offered: number;
  readonly won: number;
  readonly lost: number;
  readonly awarded: Readonly<Record<string, string>>;
  readonly contracted: Readonly<Record<string, string>>;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

export const PARTY_COLUMNS = `id, name, names, processes, offered, won, lost, awarded, contracted,
  first_year AS "firstYear", last_year AS "lastYear"`;

export interface PartyPage extends Page<PartyRow> {
  /** How many match; at most `MOST_COUNTED`, which then means "more than". */
  readonly total: number;
  readonly totalIsCapped: boolean;
}

const MATCHES = `side = $1 AND ($2::text IS NULL OR ${contains('folded', 'search_fold($2)')} OR search_fold($2) <% folded)
  AND ($3::int IS NULL OR years @> ARRAY[$3::int])`;

/**
 * Parties of one side: all of them, those with the most pesos first, or those whose name is like the words, the
 * likest first.
 *
 * @throws CursorError when the cursor is not one of this list.
 */
export async function searchParties(dataSource: DataSource, side: Side, query: PartyQuery): Promise<PartyPage> {
  const [page, counted] = await Promise.all([
    pageOfParties(dataSource, side, query),
    dataSource.query(
      `SELECT count(*)::int AS n FROM (SELECT FROM party WHERE ${MATCHES} LIMIT ${MOST_COUNTED + 1}) capped`,
      [side, query.q ?? null, query.year ?? null],
    ) as Promise<{ n: number }[]>,
  ]);
  const { n } = counted[0]!;
  return { ...page, total: Math.min(n, MOST_COUNTED), totalIsCapped: n > MOST_COUNTED };
}

async function pageOfParties(dataSource: DataSource, side: Side, query: PartyQuery): Promise<Page<PartyRow>> {
  const cursor = readCursor(query.cursor, 2);
  const [order, beyond] = cursor?.direction === 'prev' ? ['ASC', '>'] : ['DESC', '<'];
  const likeness = query.q === undefined ? 'pesos' : 'round(word_similarity(search_fold($2), folded)::numeric, 3)';
  const rows = (await dataSource.query(
    `SELECT * FROM (SELECT ${PARTY_COLUMNS}, ${likeness} AS key FROM party
                     WHERE ${MATCHES}) AS found
      WHERE $4::text IS NULL OR (key, id) ${beyond} ($4::numeric, $5)
      ORDER BY key ${order}, id ${order} LIMIT $6`,
    [side, query.q ?? null, query.year ?? null, ...(cursor?.key ?? [null, null]), query.limit + 1],
  )) as (PartyRow & { readonly key: string })[];
  const page = makePage(rows, query.limit, cursor, (row) => [row.key, row.id]);
  return { ...page, rows: page.rows.map(({ key: _, ...row }) => row) };
}
