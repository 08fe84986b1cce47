import { STAGES } from '#ocds';
import type { DataSource } from 'typeorm';
import {
  type FacetCount,
  type FacetName,
  FACETS,
  type Facets,
  MOST_COUNTED,
  type ProcessQuery,
  searchWithFacets,
  sortOf,
  STATUSES,
} from '#search';
import type { PartyNames } from '../alerts/describe-alert.js';
import { partyNames } from '../alerts/party-names.js';
import type { SearchView } from '../search.view.js';
import type { ActiveFilter, FacetGroup, SiteView } from '../views.js';
import { loadSearchHelp } from './load-search-help.js';
import { resultRow } from './result-row.js';
import { address, addressed, withQuery } from './search-address.js';

/** Where a search can be read, beside the site: the same query under other addresses. */
const DOWNLOADS = ['csv', 'xlsx', 'json'] as const;

/** Filters that have no facet are shown, and kept, all the same. */
const FILTERS = [
  ...FACETS,
  'reached',
  'participant',
  'offers',
  'min',
  'max',
  'amountStage',
  'awardedFrom',
  'awardedTo',
] as const;

/** The result list of a query, with what would narrow it and what is in force. */
export async function loadSearch(dataSource: DataSource, site: SiteView, query: ProcessQuery): Promise<SearchView> {
  const [{ page, facets }, names] = await Promise.all([
    searchWithFacets(dataSource, query),
    partyNames(dataSource, query),
  ]);
  const groups = FACETS.map((name) => facetGroup(name, facets, query));
  const searched = addressed(query);
  const filters = activeFilters(query, groups, names);
  return {
    site,
    query: query.q ?? '',
    rows: page.rows.map(resultRow),
    total: { value: page.totalIsCapped ? MOST_COUNTED : page.total, capped: page.totalIsCapped },
    first: query.cursor === undefined ? 1 : undefined,
    previous: page.prev && address({ ...query, cursor: page.prev }),
    next: page.next && address({ ...query, cursor: page.next }),
    facets: groups,
    facetsCapped: facets.capped,
    filters,
    kept: FILTERS.flatMap((name) => (query[name] === undefined ? [] : [{ name, value: String(query[name]) }])),
    amounts: { min: query.min, max: query.max, currency: query.currency ?? 'MXN' },
    sorts: sorts(query),
    help: page.total === 0 ? await loadSearchHelp(dataSource, query, filters) : undefined,
    downloads: DOWNLOADS.map((format) => ({ format, href: withQuery(`/descargas/busqueda.${format}`, searched) })),
    feeds: [
      { format: 'atom', href: withQuery('/feeds/procesos.atom', searched) },
      { format: 'json', href: withQuery('/feeds/procesos.json', searched) },
    ],
    alert: { topic: 'search', query: addressed({ ...query, sort: undefined }) },
  };
}

function facetGroup(name: FacetName, { counts }: Facets, query: ProcessQuery): FacetGroup {
  const options = ordered(name, counts[name]).map(({ value, label, count }) => ({
    value,
    label: label ?? undefined,
    count,
    href: address({ ...query, [name]: value, cursor: undefined }),
    active: String(query[name]) === value,
  }));
  return { name, options };
}

/** Stages and outcomes as they follow each other, years from the newest; the rest by frequency. */
function ordered(name: FacetName, counts: readonly FacetCount[]): readonly FacetCount[] {
  if (name === 'year') return counts.toSorted((a, b) => Number(b.value) - Number(a.value));
  const order: readonly string[] | undefined = { stage: STAGES, status: STATUSES }[name as string];
  return order ? counts.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value)) : counts;
}

function activeFilters(query: ProcessQuery, groups: readonly FacetGroup[], names: PartyNames): readonly ActiveFilter[] {
  return FILTERS.flatMap((name) => {
    const value = query[name];
    if (value === undefined) return [];
    const option = groups.find((group) => group.name === name)?.options.find((one) => one.value === String(value));
    const removeHref = address({ ...query, [name]: undefined, cursor: undefined });
    return [{ name, value: String(value), label: names[name as keyof PartyNames] ?? option?.label, removeHref }];
  });
}

function sorts(query: ProcessQuery): SearchView['sorts'] {
  const current = sortOf(query);
  return (['relevance', 'date', 'amount'] as const)
    .filter((by) => by !== 'relevance' || query.q !== undefined)
    .map((by) => ({ by, href: address({ ...query, sort: by, cursor: undefined }), active: by === current }));
}
