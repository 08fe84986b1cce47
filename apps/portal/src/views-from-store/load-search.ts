import { STAGES } from '#ocds';
import type { DataSource } from 'typeorm';
import { countFacet, type FacetCount, MOST_COUNTED, type ProcessQuery, searchProcesses } from '#search';
import { toQuery } from '../../../api/src/package-meta.js';
import type { ActiveFilter, FacetGroup, FacetName, SearchView, SiteView } from '../views.js';
import { resultRow } from './result-row.js';

const FACETS = ['stage', 'method', 'year', 'buyer'] as const satisfies readonly FacetName[];

/** The result list of a query, with what would narrow it and what is in force. */
export async function loadSearch(dataSource: DataSource, site: SiteView, query: ProcessQuery): Promise<SearchView> {
  const [page, ...counts] = await Promise.all([
    searchProcesses(dataSource, query),
    ...FACETS.map((facet) => countFacet(dataSource, query, facet)),
  ]);
  const facets = FACETS.map((name, n) => facetGroup(name, counts[n]!, query));
  return {
    site,
    query: query.q ?? '',
    rows: page.rows.map(resultRow),
    total: { value: page.totalIsCapped ? MOST_COUNTED : page.total, capped: page.totalIsCapped },
    first: query.cursor === undefined ? 1 : undefined,
    previous: page.prev && address({ ...query, cursor: page.prev }),
    next: page.next && address({ ...query, cursor: page.next }),
    facets,
    filters: activeFilters(query, facets),
    kept: FACETS.flatMap((name) => (query[name] === undefined ? [] : [{ name, value: String(query[name]) }])),
    sorts: query.q ? sorts(query) : undefined,
  };
}

function facetGroup(name: FacetName, counts: readonly FacetCount[], query: ProcessQuery): FacetGroup {
  const ordered = counts.toSorted((a, b) => orderIn(name, a, b));
  const options = ordered.map(({ value, label, count }) => ({
    value,
    label: label ?? undefined,
    count,
    href: address({ ...query, [name]: value, cursor: undefined }),
    active: String(query[name]) === value,
  }));
  return { name, options };
}

/** Stages as they follow each other, years from the newest; the rest by frequency. */
function orderIn(name: FacetName, a: FacetCount, b: FacetCount): number {
  const place = ({ value }: FacetCount) => STAGES.findIndex((stage) => stage === value);
  if (name === 'stage') return place(a) - place(b);
  return name === 'year' ? Number(b.value) - Number(a.value) : 0;
}

function activeFilters(query: ProcessQuery, facets: readonly FacetGroup[]): readonly ActiveFilter[] {
  return FACETS.flatMap((name) => {
    const value = query[name];
    if (value === undefined) return [];
    const option = facets.find((group) => group.name === name)?.options.find((one) => one.value === String(value));
    const removeHref = address({ ...query, [name]: undefined, cursor: undefined });
    return [{ name, value: String(value), label: option?.label, removeHref }];
  });
}

function sorts(query: ProcessQuery): SearchView['sorts'] {
  const current = query.sort ?? 'relevance';
  return (['relevance', 'date'] as const).map((by) => ({
    by,
    href: address({ ...query, sort: by, cursor: undefined }),
    active: by === current,
  }));
}

/** The address of a query, in Spanish form; the page size is the site's own and not part of it. */
function address({ limit: _, ...query }: ProcessQuery): string {
  const parameters = toQuery(query);
  return parameters === '' ? '/procesos' : `/procesos?${parameters}`;
}
