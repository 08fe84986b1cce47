import type { DataSource, EntityManager } from 'typeorm';

/** Of the many processes that may gather, one does at a time; the number means nothing else. */
const LOCK = 7_020_101;
const EVERY_MINUTES = 10;
/** The newest processes say with which words a search is likely to find something. */
const PROCESSES = 20_000;
const LONGEST_BODY = 2_000;
const TERMS = 60_000;

/**
 * Gathers the words that published processes are told with, where something was published since the last time and that
 * is long enough ago.
 *
 * @param atOnce whether or not it is
 * @returns whether words were gathered.
 */
export async function gatherTerms(dataSource: DataSource, { atOnce = false } = {}): Promise<boolean> {
  return dataSource.transaction(async (manager) => {
    const [due] = (await manager.query(
      `SELECT position::text FROM change_head WHERE pg_try_advisory_xact_lock($1) AND ($2 OR EXISTS (
         SELECT FROM search_term_head h WHERE h.position < change_head.position AND h.gathered_at < now() - $3 * interval '1 minute'))`,
      [LOCK, atOnce, EVERY_MINUTES],
    )) as { position: string }[];
    if (due) await gather(manager, due.position);
    return due !== undefined;
  });
}

async function gather(manager: EntityManager, position: string): Promise<void> {
  await manager.query('DELETE FROM search_term');
  await manager.query(GATHER, [PROCESSES, LONGEST_BODY, TERMS]);
  await manager.query('UPDATE search_term_head SET position = $1, gathered_at = now()', [position]);
}

/** Words are what PostgreSQL's parser takes for such, of letters only; of two spellings the one with accents is right. */
const GATHER = `
INSERT INTO search_term
SELECT DISTINCT ON (folded) folded, term, times
  FROM (SELECT search_fold(term) AS folded, term, times
          FROM (SELECT lower(token) AS term, count(*)::int AS times
                  FROM (SELECT title, names, body FROM process ORDER BY coalesce(date, '-infinity') DESC, ocid DESC LIMIT $1) newest,
                       ts_parse('default', concat_ws(' ', title, names, left(body, $2))) AS parsed
                 WHERE tokid IN (1, 2) AND length(token) BETWEEN 4 AND 30
                 GROUP BY 1 ORDER BY 2 DESC LIMIT $3) counted) spelt
 ORDER BY folded, term = folded, times DESC`;
