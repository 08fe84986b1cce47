import { findReadable, type Measured, type Observation, type PublishedFigures, readFigure, sayValue } from '#metrics';
import {
  judge,
  labelOf,
  type MeasuredMeta,
  type MetricReading,
  type MetricRule,
  type Milestone,
  type PlanRecord,
  ruleInForce,
  type RuleVerdict,
} from '#tracker';

/** What a measured milestone is looked at with. */
export interface MeasuringTerms {
  readonly plan: Pick<PlanRecord, 'metricRules' | 'sessions'>;
  readonly figures: Pick<PublishedFigures, 'datasetHash'>;
  readonly measured: readonly Measured[];
  /** ISO day of the figures. */
  readonly on: string;
  readonly language: 'es' | 'en';
  /** Scheme and host before addresses. */
  readonly origin: string;
}

/** A measured milestone before the rule that holds, in words; without a rule nothing is said of it. */
export function measureMeta(meta: Milestone, terms: MeasuringTerms): MeasuredMeta {
  const { id: milestone, title, weight } = meta;
  const told = { milestone, title, ...(weight !== undefined && { weight }) };
  const rule = ruleInForce(terms.plan, milestone, terms.on);
  if (!rule) return told;
  const { outcome } = verdictOn(meta, rule, terms);
  return { ...told, outcome, rule: inWords(rule, terms) };
}

/** What a rule makes of the figure that it looks at. */
export function verdictOn(
  meta: Pick<Milestone, 'originalDue' | 'currentDue'>,
  rule: MetricRule,
  { measured, language, on }: Pick<MeasuringTerms, 'measured' | 'language' | 'on'>,
): RuleVerdict {
  return judge(rule, readingOf(readFigure(measured, rule), language), meta, on);
}

function readingOf(observation: Observation | undefined, language: 'es' | 'en'): MetricReading {
  const found: Observation = observation ?? { value: null, unit: 'processes', numerator: null, denominator: null };
  return { value: found.value, said: sayValue(found, language) };
}

function inWords(rule: MetricRule, { plan, figures, measured, language, origin }: MeasuringTerms) {
  const { id, metric, part, comparator, threshold, session, since } = rule;
  const { definition } = measured.find((one) => one.definition.id === metric) ?? {};
  const figure = readFigure(measured, rule);
  const { unit = 'processes', label } = findReadable(rule) ?? {};
  const currency = unit === 'amount' ? { currency: (part ?? '').replace('currency:', '') } : {};
  const limit: Observation = { value: threshold, unit, ...currency, numerator: null, denominator: null };
  return {
    id,
    metric,
    label: `${metric} ${label?.[language] ?? ''}`.trim(),
    threshold: `${labelOf('metricComparator', comparator)[language]} ${sayValue(limit, language)}`,
    value: readingOf(figure, language).said,
    formula: definition?.formula[language] ?? '',
    session,
    sessionName: plan.sessions.find((one) => one.id === session)?.name ?? session,
    since,
    datasetHash: figures.datasetHash,
    url: `${origin}${metricPath(metric)}`,
  };
}

/** The address that computes a metric anew, with its numerator and denominator. */
export function metricPath(id: string): string {
  return `/api/v1/metrics/${id}`;
}
