import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { foldView } from './store/fold-view.js';
import { loadRows } from './store/load-rows.js';
import type { TrackerView } from './tracker-view.js';

/**
 * The whole of a plan, as it is now or was on some day. The same version is read once.
 *
 * @param asOf ISO day
 * @returns undefined for a plan that is not in the store
 */
export async function readTracker(
  dataSource: DataSource,
  planId: string,
  { asOf }: { readonly asOf?: string | undefined } = {},
): Promise<TrackerView | undefined> {
  const version = await versionOf(dataSource, planId, asOf);
  if (version === undefined) return undefined;
  const known = cacheOf(dataSource);
  const found = known.get(version);
  if (found) return found;
  const view = foldView(await loadRows(dataSource, planId, asOf), { version, ...(asOf !== undefined && { asOf }) });
  keep(known, view);
  return view;
}

/** Views of days long past are small and asked for again; more than these are not worth their memory. */
const MOST_VIEWS = 40;
const CACHES = new WeakMap<DataSource, Map<string, TrackerView>>();

function cacheOf(dataSource: DataSource): Map<string, TrackerView> {
  const cache = CACHES.get(dataSource) ?? new Map<string, TrackerView>();
  CACHES.set(dataSource, cache);
  return cache;
}

function keep(cache: Map<string, TrackerView>, view: TrackerView): void {
  const [oldest] = cache.keys();
  if (cache.size >= MOST_VIEWS && oldest !== undefined) cache.delete(oldest);
  cache.set(view.version, view);
}

async function versionOf(dataSource: DataSource, planId: string, asOf = ''): Promise<string | undefined> {
  const [head] = (await dataSource.query(
    `SELECT hash, (SELECT count(*) FROM tracker_record r WHERE r.plan_id = h.plan_id)::int AS records
       FROM tracker_head h WHERE plan_id = $1`,
    [planId],
  )) as { hash: string; records: number }[];
  return head && createHash('sha256').update([planId, asOf, head.hash, head.records].join('|')).digest('hex');
}
