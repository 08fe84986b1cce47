import type { DataSource } from 'typeorm';

/** Which of some texts have the words, as a search of processes understands them: their places, from 0. */
export async function matchTexts(
  dataSource: DataSource,
  texts: readonly string[],
  words: string,
): Promise<ReadonlySet<number>> {
  if (texts.length === 0) return new Set();
  const rows = (await dataSource.query(
    `SELECT (n - 1)::int AS place FROM unnest($1::text[]) WITH ORDINALITY AS given (text, n)
      WHERE search_vector(text) @@ search_query($2)`,
    [texts, words],
  )) as { place: number }[];
  return new Set(rows.map(({ place }) => place));
}
