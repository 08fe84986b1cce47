import { percentOf, roundDecimal, type Stage, STAGES } from '#ocds';
import { DEFINITIONS } from './definitions.js';
import type { Measured, MetricId, Observation, Unit } from './metric.js';
import type { LagFigures, PublishedFigures } from './published-figures.js';

/**
 * Commitment 7, measured: each metric with its figures, from what is published. The same figures give the same result;
 * where the denominator is nobody's data yet the value is null, and never 100 %.
 */
export function observe(figures: PublishedFigures): readonly Measured[] {
  return DEFINITIONS.map((definition) => ({ definition, observations: FORMULAS[definition.id](figures) }));
}

const FORMULAS: Readonly<Record<MetricId, (figures: PublishedFigures) => readonly Observation[]>> = {
  'C7-01': processes,
  'C7-02': contracts,
  'C7-03': () => [withoutDenominator('percent')],
  'C7-04': () => [withoutDenominator('percent')],
  'C7-05': buyers,
  'C7-06': words,
  'C7-07': stages,
  'C7-08': timeliness,
  'C7-09': freshness,
  'C7-10': validity,
  'C7-14': history,
};

function processes({ processes: all, years, methods }: PublishedFigures): readonly Observation[] {
  return [
    count(all, 'processes', { rows: '/procesos' }),
    ...years.map(({ year, processes: n }) =>
      count(n, 'processes', { scope: { by: 'year', value: String(year) }, rows: `/procesos?year=${year}` }),
    ),
    ...methods.map(({ method, processes: n }) =>
      count(n, 'processes', {
        scope: { by: 'method', value: method },
        ...(method !== null && { rows: `/procesos?method=${encodeURIComponent(method)}` }),
      }),
    ),
  ];
}

function contracts({ contracts: all, contractSums }: PublishedFigures): readonly Observation[] {
  return [
    count(all, 'contracts', { rows: '/procesos?reached=contract' }),
    ...contractSums.map(({ currency, amount }): Observation => ({
      scope: { by: 'currency', value: currency },
      value: roundDecimal(amount, 2),
      unit: 'amount',
      numerator: roundDecimal(amount, 2),
      denominator: null,
      ...(currency !== null && {
        currency,
        rows: `/procesos?currency=${encodeURIComponent(currency)}&amountStage=contract`,
      }),
    })),
  ];
}

function buyers({ buyers: all, activeBuyers }: PublishedFigures): readonly Observation[] {
  return [
    count(activeBuyers, 'buyers', { scope: { by: 'period', value: 'year' }, rows: '/compradores' }),
    count(all, 'buyers', { scope: { by: 'period', value: 'ever' }, rows: '/compradores' }),
    withoutDenominator('percent', String(activeBuyers)),
  ];
}

/** The commitment's own four words. */
function words(figures: PublishedFigures): readonly Observation[] {
  const open = figures.methods.find(({ method }) => method === 'open')?.processes ?? 0;
  const told: readonly (readonly [word: string, n: number, rows: string])[] = [
    ['compra', figures.processes, '/procesos'],
    ['licitacion', open, '/procesos?method=open'],
    ['adjudicacion', figures.awarded, '/procesos?reached=award'],
    ['seleccion', figures.awardedToSomebody, '/proveedores'],
  ];
  return told.map(([word, n, rows]) => count(n, 'processes', { scope: { by: 'word', value: word }, rows }));
}

function stages({ stages: furthest, processes: all }: PublishedFigures): readonly Observation[] {
  const reached = (from: Stage) =>
    STAGES.slice(STAGES.indexOf(from)).reduce((sum, stage) => sum + (furthest[stage] ?? 0), 0);
  return (['tender', 'award', 'contract', 'implementation'] as const).map((stage) =>
    share(reached(stage), all, { scope: { by: 'stage', value: stage }, rows: `/procesos?reached=${stage}` }),
  );
}

function timeliness({ awardLag, contractLag }: PublishedFigures): readonly Observation[] {
  return [...lag('award', awardLag), ...lag('contract', contractLag)];
}

function lag(event: string, { processes: n, median, p90 }: LagFigures): readonly Observation[] {
  const days = (value: number | null, part: string): Observation => ({
    scope: { by: 'event', value: `${event}-${part}` },
    value: value === null ? null : String(value),
    unit: 'days',
    numerator: value === null ? null : String(value),
    denominator: String(n),
    rows: '/compradores',
  });
  return [days(median, 'median'), days(p90, 'p90')];
}

const DAY_MS = 86_400_000;

function freshness({ asOf, latestRelease }: PublishedFigures): readonly Observation[] {
  const days =
    latestRelease === null ? null : Math.max(0, Math.floor((Date.parse(asOf) - Date.parse(latestRelease)) / DAY_MS));
  const told = days === null ? null : String(days);
  return [{ value: told, unit: 'days', numerator: told, denominator: null, rows: '/procesos?sort=date' }];
}

function validity({ releases, validReleases }: PublishedFigures): readonly Observation[] {
  const worthReading = validReleases < releases ? 'invalid' : 'valid';
  return [share(validReleases, releases, { rows: `/procesos?validity=${worthReading}` })];
}

function history({ releases, processes: all, followed, medianReleases, mostReleases }: PublishedFigures) {
  const number = (value: number | null, name: string): Observation => ({
    scope: { by: 'event', value: name },
    value: value === null ? null : String(value),
    unit: 'releases',
    numerator: value === null ? null : String(value),
    denominator: null,
  });
  return [
    {
      value: all === 0 ? null : roundDecimal(String(releases / all), 2),
      unit: 'releases' as const,
      numerator: String(releases),
      denominator: String(all),
    },
    number(medianReleases, 'median'),
    number(mostReleases, 'most'),
    share(followed, all, { scope: { by: 'event', value: 'followed' } }),
  ];
}

type Aside = Pick<Observation, 'scope' | 'rows'>;

function count(n: number, unit: Unit, aside: Aside): Observation {
  return { ...aside, value: String(n), unit, numerator: String(n), denominator: null };
}

function share(part: number, whole: number, aside: Aside): Observation {
  const percent = whole === 0 ? null : (percentOf(String(part), String(whole)) ?? null);
  return {
    ...aside,
    value: percent === null ? null : roundDecimal(percent, 1),
    unit: 'percent',
    numerator: String(part),
    denominator: String(whole),
  };
}

function withoutDenominator(unit: Unit, numerator: string | null = null): Observation {
  return { value: null, unit, numerator, denominator: null };
}
