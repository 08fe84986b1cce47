import type { Bilingual } from '#ocds';

export const METRIC_IDS = [
  'C7-01',
  'C7-02',
  'C7-03',
  'C7-04',
  'C7-05',
  'C7-06',
  'C7-07',
  'C7-08',
  'C7-09',
  'C7-10',
  'C7-14',
] as const;

export type MetricId = (typeof METRIC_IDS)[number];

/** What a metric asks, how it is computed, and how to read it. */
export interface MetricDefinition {
  readonly id: MetricId;
  readonly name: Bilingual;
  readonly question: Bilingual;
  readonly formula: Bilingual;
  readonly numerator: Bilingual;
  /** Absent: it counts and divides by nothing. */
  readonly denominator?: Bilingual;
  /** Published by nobody yet: the metric has no value until somebody loads it. */
  readonly outsideDenominator?: boolean;
  readonly caveat: Bilingual;
  /** The criterion of the Open Contracting Partnership's quality ladder that it looks at. */
  readonly criterion: Bilingual;
  /** Addresses of the public API from which anybody computes it again. */
  readonly from: readonly string[];
}

/** A figure of a metric: of everything, or of a part of it. */
export interface Observation {
  /** Absent: of everything. */
  readonly scope?: Scope;
  /** Decimal text; null where it cannot be told. */
  readonly value: string | null;
  readonly unit: Unit;
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** Currency of an amount. */
  readonly currency?: string;
  /** The rows behind the figure: an address of the site, in Spanish form. */
  readonly rows?: string;
}

export type Unit = 'processes' | 'contracts' | 'amount' | 'buyers' | 'percent' | 'days' | 'releases';

/** Which part of everything, and which of its values; `null` where the data do not tell. */
export interface Scope {
  readonly by: 'year' | 'method' | 'currency' | 'word' | 'stage' | 'event' | 'period';
  readonly value: string | null;
}

/** A metric with what it comes to. The first observation is the one to show alone. */
export interface Measured {
  readonly definition: MetricDefinition;
  readonly observations: readonly Observation[];
}
