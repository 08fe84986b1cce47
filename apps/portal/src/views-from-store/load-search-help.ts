import type { DataSource } from 'typeorm';
import { countProcesses, likeliestParties, type ProcessQuery, suggestSpelling } from '#search';
import type { SearchHelp } from '../search.view.js';
import type { ActiveFilter, Total } from '../views.js';
import { address } from './search-address.js';

const PARTIES = 5;

/** What could be asked instead of a query that finds nothing: everything that is offered finds something. */
export async function loadSearchHelp(
  dataSource: DataSource,
  query: ProcessQuery,
  filters: readonly ActiveFilter[],
): Promise<SearchHelp> {
  const [spelling, fewer, parties] = await Promise.all([
    spellingOf(dataSource, query),
    Promise.all(filters.map((filter) => withoutFilter(dataSource, query, filter))),
    query.q === undefined ? [] : likeliestParties(dataSource, query.q, PARTIES),
  ]);
  return { spelling, fewer: fewer.filter(({ total }) => total.value > 0), parties };
}

/** Mended words with the same filters; without them, where they find nothing with these. */
async function spellingOf(dataSource: DataSource, query: ProcessQuery): Promise<SearchHelp['spelling']> {
  const q = query.q === undefined ? undefined : await suggestSpelling(dataSource, query.q);
  if (q === undefined) return undefined;
  for (const asked of [
    { ...query, q, cursor: undefined },
    { q, limit: query.limit },
  ]) {
    const total = await totalOf(dataSource, asked);
    if (total.value > 0) return { query: q, total, href: address(asked) };
  }
  return undefined;
}

async function withoutFilter(dataSource: DataSource, query: ProcessQuery, filter: ActiveFilter) {
  return { filter, total: await totalOf(dataSource, { ...query, [filter.name]: undefined }) };
}

async function totalOf(dataSource: DataSource, query: ProcessQuery): Promise<Total> {
  const { total, totalIsCapped } = await countProcesses(dataSource, query);
  return { value: total, capped: totalIsCapped };
}
