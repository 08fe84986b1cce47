import type { DataSource } from 'typeorm';
import { editDistance } from './edit-distance.js';

/** Words that are looked at; the others stay as they were written. */
const MOST_WORDS = 6;
const CANDIDATES = 12;

interface Word {
  readonly word: string;
  /** Something published has it, or it is none that is searched for. */
  readonly known: boolean;
  readonly folded: string;
  readonly candidates: readonly { readonly folded: string; readonly term: string; readonly times: number }[];
}

/**
 * The query with each word that nothing published has put as the nearest one that something has; undefined when no word
 * is like one of those. Whether it finds anything is for the caller to ask.
 */
export async function suggestSpelling(dataSource: DataSource, query: string): Promise<string | undefined> {
  const words = [...new Set(query.match(/\p{L}{4,30}/gu))].slice(0, MOST_WORDS);
  if (words.length === 0) return undefined;
  const found = (await dataSource.query(LOOK_UP, [words])) as Word[];
  const better = new Map(found.flatMap(betterOf));
  if (better.size === 0) return undefined;
  return query.replaceAll(/\p{L}+/gu, (word) => better.get(word) ?? word);
}

function betterOf({ word, known, folded, candidates }: Word): readonly (readonly [string, string])[] {
  if (known) return [];
  const most = folded.length < 6 ? 1 : 2;
  const [nearest] = candidates
    .map(({ term, times, folded: other }) => ({ term, times, distance: editDistance(folded, other) }))
    .filter(({ distance }) => distance <= most)
    .toSorted((a, b) => a.distance - b.distance || b.times - a.times);
  return nearest ? [[word, nearest.term]] : [];
}

const LOOK_UP = `
SELECT word, search_fold(word) AS folded,
       numnode(search_query(word)) = 0 OR EXISTS (SELECT FROM search_entry WHERE words @@ search_query(word)) AS known,
       (SELECT coalesce(json_agg(near), '[]') FROM (
          SELECT folded, term, times FROM search_term WHERE folded % search_fold(word)
           ORDER BY similarity(folded, search_fold(word)) DESC, times DESC LIMIT ${CANDIDATES}) near) AS candidates
  FROM unnest($1::text[]) AS word`;
