import type { DataSource } from 'typeorm';
import { contains } from '#database';
import type { Side } from '#ocds';

/** A supplier or a buyer that a search may have meant. */
export interface LikelyParty {
  readonly side: Side;
  readonly id: string;
  readonly name: string;
  readonly processes: number;
}

/** The parties of both sides whose name or number is likest to the words; nothing that is not like them at all. */
export async function likeliestParties(
  dataSource: DataSource,
  words: string,
  limit: number,
): Promise<readonly LikelyParty[]> {
  return (await dataSource.query(
    `SELECT side, id, name, processes FROM party
      WHERE ${contains('folded', 'search_fold($1)')} OR search_fold($1) <% folded
      ORDER BY round(word_similarity(search_fold($1), folded)::numeric, 3) DESC, processes DESC, id LIMIT $2`,
    [words, limit],
  )) as LikelyParty[];
}
