import type { DataSource } from 'typeorm';
import { countedBefore, keepCounted } from './keep-counted.js';
import {
  type FacetCount,
  type FacetCounts,
  type FacetName,
  FACETS,
  listOfFacets,
  MOST_FACETED,
} from './list-of-facets.js';
import type { MatchList } from './look-up.js';
import { REACH, type Reach, readMatches } from './read-matches.js';
import { inOneCurrency, type ProcessQuery } from './search-processes.js';

export interface Facets {
  readonly counts: Readonly<Record<FacetName, readonly FacetCount[]>>;
  /** True where only the newest `MOST_FACETED` matches were counted. */
  readonly capped: boolean;
}

/**
 * The most frequent values of each facet among the newest matches, as they were a moment ago. A facet's own filter is
 * left out, so that its other values can be chosen.
 */
export function countFacets(dataSource: DataSource, query: ProcessQuery, reach = REACH): Promise<Facets> {
  const asked = inOneCurrency(query);
  return keepFacets(dataSource, asked, async () => {
    const rest = readMatches<FacetCounts>(dataSource, facetsLeft(asked), reach);
    return withOwn(dataSource, asked, rest, reach);
  });
}

/** Facets as they were counted a moment ago, else as they are. */
export function keepFacets(dataSource: DataSource, query: ProcessQuery, count: () => Promise<Facets>): Promise<Facets> {
  return keepCounted(dataSource, questionOf(query), count);
}

function questionOf({ sort: _, limit: __, cursor: ___, ...filters }: ProcessQuery): string {
  const inForce = Object.entries(filters).filter(([, value]) => value !== undefined);
  return `facets ${JSON.stringify(inForce.toSorted())}`;
}

/** The facets without a filter, and those that have one, of which each counts other matches. */
export async function withOwn(
  dataSource: DataSource,
  query: ProcessQuery,
  rest: Promise<FacetCounts>,
  reach: Reach,
): Promise<Facets> {
  const own = FACETS.filter((name) => query[name] !== undefined).map((name) =>
    ownFacet(dataSource, query, name, reach),
  );
  const all = await Promise.all([rest.then(asFacets), ...own]);
  return {
    counts: Object.assign({}, ...all.map(({ counts }) => counts)) as Facets['counts'],
    capped: all.some(({ capped }) => capped),
  };
}

type SomeFacets = Pick<Facets, 'capped'> & { readonly counts: Partial<Facets['counts']> };

/** Who chooses a value has mostly seen the facet without it, a moment ago. */
async function ownFacet(
  dataSource: DataSource,
  query: ProcessQuery,
  name: FacetName,
  reach: Reach,
): Promise<SomeFacets> {
  const others = { ...query, [name]: undefined };
  const seen = await countedBefore<Facets>(dataSource, questionOf(others));
  if (seen) return { counts: { [name]: seen.counts[name] }, capped: seen.capped };
  return asFacets(await readMatches<FacetCounts>(dataSource, listOfFacets(others, [name]), reach));
}

function asFacets({ hits, facets, counted }: FacetCounts): SomeFacets {
  const ofFacet = (name: FacetName) =>
    counted.filter(({ facet }) => facet === name).map(({ facet: _, ...count }) => count);
  return {
    counts: Object.fromEntries(facets.map((name) => [name, ofFacet(name)])),
    capped: hits > MOST_FACETED,
  };
}

/** The newest matches, whose answer is how many have each value of the facets that have no filter. */
export function facetsLeft(query: ProcessQuery): MatchList {
  return listOfFacets(
    query,
    FACETS.filter((name) => query[name] === undefined),
  );
}
