import type { DataSource } from 'typeorm';
import { type Measured, observe, type PublishedFigures, sayMeasured } from '#metrics';
import { publishedFigures } from '#search';
import type { Measurement, PlanRecord } from '#tracker';
import { localDay } from './local-day.js';

/** What the data published here say of what a plan's commitments publish, and all that it was computed from. */
export interface Measurements {
  readonly figures: PublishedFigures;
  readonly measured: readonly Measured[];
  /** By commitment. Without a level: no session has fixed thresholds. */
  readonly byCommitment: ReadonlyMap<string, Measurement>;
}

export interface MeasureOptions {
  readonly language?: 'es' | 'en';
  /** Scheme and host before the addresses that compute each figure again; none makes them paths. */
  readonly origin?: string;
}

/** Measures the commitments that can be measured, from what is published now. */
export async function measureCommitments(
  dataSource: DataSource,
  { commitments }: Pick<PlanRecord, 'commitments'>,
  { language = 'es', origin = '' }: MeasureOptions = {},
): Promise<Measurements> {
  const figures = await publishedFigures(dataSource);
  const measured = observe(figures);
  const measurement: Measurement = {
    on: localDay(new Date(figures.asOf)),
    figures: measured.map((one) => ({
      metric: one.definition.id,
      label: one.definition.name[language],
      value: sayMeasured(one, language),
      note: one.definition.caveat[language],
      datasetHash: figures.datasetHash,
      url: `${origin}${metricPath(one.definition.id)}`,
    })),
  };
  const own = commitments.filter((one) => one.measured);
  return { figures, measured, byCommitment: new Map(own.map(({ id }) => [id, measurement])) };
}

/** The address that computes a metric anew, with its numerator and denominator. */
export function metricPath(id: string): string {
  return `/api/v1/metrics/${id}`;
}
