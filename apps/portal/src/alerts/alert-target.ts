import type { Topic } from '#alerts';
import type { ProcessFilters } from '#search';
import { processFilters, withoutBlank } from '../../../api/src/processes.controller.js';
import { toQuery } from '../../../api/src/package-meta.js';
import { querySchema } from '../../../api/src/query-schema.js';
import { partyPath } from '../links.js';

/** What a page offers to follow: `query` narrows it as the query of an address does. */
export interface AlertTarget {
  readonly topic: Topic;
  readonly query: string;
}

const schema = querySchema<ProcessFilters>({ type: 'object', properties: processFilters, additionalProperties: false });

/** The filters that a topic takes; of the others it has none. */
const TAKES: Readonly<Record<Topic, (filters: ProcessFilters) => ProcessFilters | undefined>> = {
  search: (filters) => filters,
  open: ({ category, min, max }) => ({ status: 'open', category, min, max }),
  buyer: ({ buyer }) => (buyer === undefined ? undefined : { buyer }),
  supplier: ({ participant }) => (participant === undefined ? undefined : { participant }),
};

/** The filters of a target as a form sends it; undefined when they make no sense. */
export async function filtersOf({ topic, query }: AlertTarget): Promise<ProcessFilters | undefined> {
  const given = Object.fromEntries(new URLSearchParams(query));
  const checked = await schema['~standard'].validate(given);
  if (checked.issues) return undefined;
  const filters = TAKES[topic](withoutBlank({ ...checked.value, limit: 1 }));
  if (!filters) return undefined;
  const { limit: _, ...kept } = filters as ProcessFilters & { limit?: number };
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
}

/** Where the site shows what an alert follows, in Spanish form. */
export function targetPath(topic: Topic, filters: ProcessFilters): string {
  if (topic === 'buyer') return partyPath('buyer', filters.buyer ?? '');
  if (topic === 'supplier') return partyPath('supplier', filters.participant ?? '');
  const { status, ...rest } = filters;
  const [path, told] = topic === 'open' ? ['/licitaciones-abiertas', rest] : ['/procesos', { ...rest, status }];
  const query = toQuery(told);
  return query === '' ? path : `${path}?${query}`;
}
