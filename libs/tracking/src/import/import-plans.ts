import type { DataSource, EntityManager } from 'typeorm';
import { type PlanRecord, type StatusChange } from '#tracker';
import { loadPlans } from '../load-plans.js';
import { localDay } from '../local-day.js';
import { seedDigest } from '../store/seed-digest.js';
import { appendLines } from '../store/append-lines.js';
import { contentHash } from '../store/content-hash.js';
import { IMPORTER, REASON, storeItems } from './store-items.js';

/** What an import did with one plan. */
export interface ImportedPlan {
  readonly plan: string;
  readonly added: number;
  readonly changed: number;
  /** Told otherwise by the seed, but people changed them since: theirs stay. */
  readonly kept: readonly string[];
}

export interface ImportOptions {
  /** Only this plan. */
  readonly plan?: string | undefined;
  /** With a folder of YAML files per plan; those that come with the platform where absent. */
  readonly folder?: string | undefined;
  readonly now?: Date;
}

/**
 * Brings seeds of plans into the store. What is there already is left alone; what a seed tells otherwise becomes a new
 * version, and so does what it no longer tells, as withdrawn.
 *
 * @throws PlanSeedError when a seed is not valid; nothing of any plan is written then
 */
export async function importPlans(
  dataSource: DataSource,
  { plan: wanted, folder, now = new Date() }: ImportOptions = {},
): Promise<readonly ImportedPlan[]> {
  const plans = await loadPlans(folder);
  const asked = plans.filter(({ plans: [plan] }) => wanted === undefined || plan!.id === wanted);
  const imported: ImportedPlan[] = [];
  for (const plan of asked) imported.push(await dataSource.transaction((manager) => importPlan(manager, plan, now)));
  return imported;
}

async function importPlan(manager: EntityManager, plan: PlanRecord, now: Date): Promise<ImportedPlan> {
  const planId = plan.plans[0]!.id;
  await manager.query('INSERT INTO tracker_head (plan_id) VALUES ($1) ON CONFLICT DO NOTHING', [planId]);
  await manager.query('SELECT FROM tracker_head WHERE plan_id = $1 FOR UPDATE', [planId]);
  const before = await lastSeed(manager, planId);
  const digest = contentHash(plan);
  if (before === digest) return { plan: planId, added: 0, changed: 0, kept: [] };
  const writing = { planId, actor: IMPORTER, now, on: localDay(now) };
  const stored = await storeItems(manager, writing, plan);
  const seed = { entity: 'plan', entityId: planId, field: 'seed', from: before ?? null, to: digest, reason: REASON };
  const to = await seedDigest(manager, planId);
  const content = { entity: 'plan', entityId: planId, field: 'content', from: null, to, reason: REASON };
  const lines: StatusChange[] = [seed, content, ...stored.changes];
  await appendLines(manager, writing, lines);
  return { plan: planId, added: stored.added, changed: stored.changes.length, kept: stored.kept };
}

async function lastSeed(manager: EntityManager, planId: string): Promise<string | undefined> {
  const [line] = (await manager.query(
    `SELECT "to" FROM tracker_event WHERE plan_id = $1 AND entity = 'plan' AND field = 'seed' ORDER BY seq DESC LIMIT 1`,
    [planId],
  )) as { to: string }[];
  return line?.to;
}
