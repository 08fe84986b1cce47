import type { DataSource } from 'typeorm';
import { type Measured, observe, type PublishedFigures, sayMeasured } from '#metrics';
import { publishedFigures } from '#search';
import { measuredCompletion, type Measurement, metasOf, type PlanRecord } from '#tracker';
import { localDay } from './local-day.js';
import { measureMeta, metricPath } from './measurement/measure-meta.js';

/** What the data published here say of what a plan's commitments publish, and all that it was computed from. */
export interface Measurements {
  readonly figures: PublishedFigures;
  readonly measured: readonly Measured[];
  /** By commitment. Without a level: no session has fixed a threshold for any of its metas. */
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
  plan: Pick<PlanRecord, 'commitments' | 'milestones' | 'metricRules' | 'sessions'>,
  { language = 'es', origin = '' }: MeasureOptions = {},
): Promise<Measurements> {
  const figures = await publishedFigures(dataSource);
  const measured = observe(figures);
  const on = localDay(new Date(figures.asOf));
  const measurement: Measurement = {
    on,
    figures: measured.map((one) => ({
      metric: one.definition.id,
      label: one.definition.name[language],
      value: sayMeasured(one, language),
      note: one.definition.caveat[language],
      datasetHash: figures.datasetHash,
      url: `${origin}${metricPath(one.definition.id)}`,
    })),
  };
  const terms = { plan, figures, measured, on, language, origin };
  const measurementOf = (commitment: string): Measurement => {
    const own = metasOf(plan, commitment).filter(({ mode, state }) => mode === 'measured' && state !== 'cancelada');
    const metas = own.map((meta) => measureMeta(meta, terms));
    const completion = measuredCompletion(metas);
    return { ...measurement, ...(metas.length > 0 && { metas }), ...(completion && { completion }) };
  };
  const own = plan.commitments.filter((one) => one.measured);
  return { figures, measured, byCommitment: new Map(own.map(({ id }) => [id, measurementOf(id)])) };
}
