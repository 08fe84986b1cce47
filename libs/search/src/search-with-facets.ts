import type { DataSource } from 'typeorm';
import { countFacets, type Facets, facetsLeft, keepFacets, withOwn } from './count-facets.js';
import type { FacetCounts } from './list-of-facets.js';
import { REACH, type Reach, readAndCount } from './read-matches.js';
import {
  asList,
  type FoundRow,
  type ProcessPage,
  type ProcessQuery,
  searchProcesses,
  sortOf,
} from './search-processes.js';

export interface FacetedPage {
  readonly page: ProcessPage;
  readonly facets: Facets;
}

/**
 * The page of a query, and its facets: where both are of the newest matches, these are looked for once.
 *
 * @throws CursorError when the cursor is not one of this list.
 */
export async function searchWithFacets(
  dataSource: DataSource,
  query: ProcessQuery,
  reach = REACH,
): Promise<FacetedPage> {
  if (sortOf(query) !== 'amount' && query.cursor === undefined) return lookOnce(dataSource, query, reach);
  const [page, facets] = await Promise.all([
    searchProcesses(dataSource, query, reach),
    countFacets(dataSource, query, reach),
  ]);
  return { page, facets };
}

async function lookOnce(dataSource: DataSource, query: ProcessQuery, reach: Reach): Promise<FacetedPage> {
  let page: ProcessPage | undefined;
  const facets = await keepFacets(dataSource, query, () => {
    const counts = readBoth(dataSource, query, reach).then((both) => {
      page = both.page;
      return both.counts;
    });
    return withOwn(dataSource, query, counts, reach);
  });
  return { page: page ?? (await searchProcesses(dataSource, query, reach)), facets };
}

async function readBoth(dataSource: DataSource, query: ProcessQuery, reach: Reach) {
  const { list, pageOf } = asList(query);
  const facets = facetsLeft(query);
  const { answer, ...total } = await readAndCount<{ rows: readonly FoundRow[]; counts: FacetCounts }>(
    dataSource,
    {
      ...list,
      columns: [facets.columns, list.columns].filter(Boolean).join(', '),
      most: facets.most,
      answer: `json_build_object('rows', ${list.answer}, 'counts', ${facets.answer})`,
    },
    reach,
  );
  return { page: { ...pageOf(answer.rows), ...total }, counts: answer.counts };
}
