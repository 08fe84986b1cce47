import type { DataSource, EntityManager } from 'typeorm';
import { observe, type PublishedFigures } from '#metrics';
import { publishedFigures } from '#search';
import { type Actor, decideMilestone, ruleInForce } from '#tracker';
import { lockPlan } from '../actions/perform.js';
import { localDay } from '../local-day.js';
import { appendLines } from '../store/append-lines.js';
import { planOf } from '../store/fold-view.js';
import { loadMilestone } from '../store/load-milestone.js';
import { loadRecords } from '../store/load-rows.js';
import { measureMeta, verdictOn } from './measure-meta.js';

/** Who writes what rules say: nobody's account. */
const MEASURER: Actor = { id: 'system:measurement', role: 'medicion' };

/** A milestone that its rule moved. */
export interface MovedMilestone {
  readonly plan: string;
  readonly milestone: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  /** The figure, the threshold, the session and the hash of the data. */
  readonly basis: string;
}

/**
 * Looks at every measured milestone with the rule that holds and what is published now, and puts on the log each state
 * that is another than before. A figure that cannot be told moves nothing. Done twice or side by side, it writes once.
 */
export async function applyMetricRules(dataSource: DataSource): Promise<readonly MovedMilestone[]> {
  const plans = (await dataSource.query(
    `SELECT DISTINCT plan_id AS plan FROM tracker_record WHERE kind = 'metricRules' ORDER BY 1`,
  )) as { plan: string }[];
  if (plans.length === 0) return [];
  const figures = await publishedFigures(dataSource);
  const moved: MovedMilestone[] = [];
  for (const { plan } of plans)
    moved.push(...(await dataSource.transaction((manager) => applyTo(manager, plan, figures))));
  return moved;
}

async function applyTo(manager: EntityManager, planId: string, figures: PublishedFigures) {
  await lockPlan(manager, planId);
  const plan = planOf(await loadRecords(manager, planId));
  const now = new Date(figures.asOf);
  const on = localDay(now);
  const terms = { plan, figures, measured: observe(figures), on, language: 'es' as const, origin: '' };
  const moved: MovedMilestone[] = [];
  for (const meta of plan.milestones) {
    const rule = ruleInForce(plan, meta.id, on);
    const milestone = rule && (await loadMilestone(manager, planId, meta.id));
    if (!milestone) continue;
    const verdict = verdictOn(milestone, rule, terms);
    if (verdict.outcome === 'sin_dato') continue;
    const { state } = verdict;
    const words = measureMeta(meta, terms).rule!;
    const basis = `${words.label}: ${words.value}; meta: ${words.threshold} (${words.sessionName}). Datos: ${words.datasetHash}`;
    const decision = decideMilestone(milestone, { type: 'measure', on, state, basis }, MEASURER);
    // One that a session cancelled stays so.
    if (!decision.ok || decision.changes.length === 0) continue;
    await appendLines(manager, { planId, actor: MEASURER, now, on }, decision.changes);
    moved.push({ plan: planId, milestone: meta.id, title: meta.title, from: milestone.state, to: state, basis });
  }
  return moved;
}
