import { compareDecimals } from '#ocds';
import type { MetricRule, Milestone } from '../model/commitment.js';
import type { CodeOf } from '../model/enumerations.js';
import type { PlanRecord } from '../model/plan-record.js';

/** A figure as it reads now. */
export interface MetricReading {
  /** Decimal text; null where it cannot be told. */
  readonly value: string | null;
  /** In words; why there is none, where there is none. */
  readonly said: string;
}

/** What a rule makes of a figure: a state, or why it makes none. */
export type RuleVerdict =
  | { readonly outcome: 'alcanza' | 'no_alcanza'; readonly state: CodeOf<'milestoneState'> }
  | { readonly outcome: 'sin_dato'; readonly reason: string };

/** The rule of a milestone on a day: of those that hold by then, the one that began last; of one day, the last recorded. */
export function ruleInForce(
  { metricRules }: Pick<PlanRecord, 'metricRules'>,
  milestone: string,
  day: string,
): MetricRule | undefined {
  return metricRules
    .filter((one) => one.milestone === milestone && one.since <= day)
    .reduce<MetricRule | undefined>((held, one) => (held && held.since > one.since ? held : one), undefined);
}

/**
 * What a rule says of a figure: reached, the milestone is met; not reached, it is in progress until the day by which it
 * is due and not met after it. Without a figure nothing moves.
 *
 * @param today ISO day
 */
export function judge(
  { comparator, threshold }: Pick<MetricRule, 'comparator' | 'threshold'>,
  { value, said }: MetricReading,
  { currentDue, originalDue }: Pick<Milestone, 'currentDue' | 'originalDue'>,
  today: string,
): RuleVerdict {
  if (value === null) return { outcome: 'sin_dato', reason: said };
  const over = compareDecimals(value, threshold);
  if (comparator === 'at_least' ? over >= 0 : over <= 0) return { outcome: 'alcanza', state: 'verificada' };
  const due = currentDue ?? originalDue;
  return { outcome: 'no_alcanza', state: due && due.latest < today ? 'no_cumplida' : 'en_proceso' };
}
