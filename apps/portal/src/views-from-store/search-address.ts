import type { ProcessQuery } from '#search';
import { toQuery } from '../../../api/src/package-meta.js';

/** What of a query is part of its address: the page size is the site's own. */
export function addressed({ limit: _, cursor: __, ...query }: ProcessQuery): string {
  return toQuery(query);
}

/** The address of a query, in Spanish form. */
export function address({ limit: _, ...query }: ProcessQuery): string {
  return withQuery('/procesos', toQuery(query));
}

/** A path with a query, where there is any. */
export function withQuery(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`;
}
