import type { Actor } from '#access';
import { compareDecimals } from '#ocds';
import { findReadable } from '#metrics';
import { isDay } from '#tracker';
import { headOf } from '../store/append-lines.js';
import type { Outcome, TrackingDependencies } from './dependencies.js';
import { requireSession } from './grounds.js';
import { takeUp } from './milestone-step.js';
import { perform } from './perform.js';
import { recordIn } from './record-item.js';
import { deny, optionalText, reasonFrom } from './refused.js';
import { recordedPlan } from './write-record.js';

export interface MetricRuleInput {
  readonly plan: string;
  /** Id of a measured milestone. */
  readonly milestone: string;
  /** Id of a metric, `C7-07`. */
  readonly metric: string;
  /** Which of its figures, `stage:contract`; absent: the one of everything. */
  readonly part?: string | undefined;
  /** Code of `metricComparator`. */
  readonly comparator: string;
  /** Decimal text. */
  readonly threshold: string;
  /** Id of the session that fixed it. */
  readonly session: string;
  /** ISO day from which it holds; today where absent. */
  readonly since?: string | undefined;
  /** Of one that takes the place of another. */
  readonly reason?: string | undefined;
}

/**
 * Records the rule that moves a measured milestone, as a session fixed it. The ones before stay: each holds until the
 * next one begins.
 */
export function recordMetricRule(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan, reason, part, threshold, since, ...rule }: MetricRuleInput,
): Promise<Outcome<{ readonly id: string }>> {
  return perform(dependencies, person, { plan, actions: ['tracker:session'] }, async (work) => {
    const { milestone } = await takeUp(work, rule.milestone, 'accompanies');
    if (milestone.mode !== 'measured') deny('DECLARED_MILESTONE');
    if (optionalText(rule.session) === undefined) deny('SESSION');
    checkFigure(rule.metric, part || undefined, threshold);
    const day = since || work.on;
    if (!isDay(day)) deny('DATE', { date: day });
    const { metricRules } = await recordedPlan(work);
    const again = metricRules.some((one) => one.milestone === rule.milestone);
    await requireSession(work, rule.session);
    const written = { ...rule, part, threshold, since: day };
    const id = await recordIn(work, 'metricRules', written, again ? reasonFrom(reason) : reason);
    await requireSession(work, rule.session, [await headOf(work.manager, work.planId)]);
    return { id };
  });
}

function checkFigure(metric: string, part: string | undefined, threshold: string): void {
  const figure = findReadable({ metric, part });
  if (!figure) return deny('METRIC', { what: [metric, part].filter(Boolean).join(' ') });
  const isNumber = /^\d{1,15}(\.\d{1,6})?$/.test(threshold);
  if (!isNumber || (figure.unit === 'percent' && compareDecimals(threshold, '100') > 0))
    deny('THRESHOLD', { what: threshold });
}
