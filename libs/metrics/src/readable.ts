import type { Bilingual } from '#ocds';
import type { Measured, MetricDefinition, Observation } from './metric.js';
import { observe } from './observe.js';
import type { PublishedFigures } from './published-figures.js';
import { sayScope } from './say.js';

/** A figure that something may depend on: of a metric, or of a part of it that is always told. */
export interface ReadableFigure {
  readonly metric: string;
  /** `stage:contract`; absent: of everything. */
  readonly part?: string;
  readonly unit: Observation['unit'];
  /** «Etapas, Contrato». */
  readonly label: Bilingual;
}

const LAG = { processes: 0, median: null, p90: null };

const NOTHING: PublishedFigures = {
  asOf: '2017-01-01T00:00:00Z',
  datasetHash: '',
  demonstration: false,
  releases: 0,
  validReleases: 0,
  latestRelease: null,
  processes: 0,
  years: [],
  methods: [],
  stages: { planning: 0, tender: 0, award: 0, contract: 0, implementation: 0 },
  contracts: 0,
  contractSums: [{ currency: 'MXN', amount: '0' }],
  awarded: 0,
  awardedToSomebody: 0,
  buyers: 0,
  activeBuyers: 0,
  awardLag: LAG,
  contractLag: LAG,
  followed: 0,
  medianReleases: null,
  mostReleases: null,
};

/** Every figure that is told whatever is published. */
export const READABLE: readonly ReadableFigure[] = observe(NOTHING).flatMap(({ definition, observations }) =>
  observations.map((one) => ({
    metric: definition.id,
    ...(one.scope && { part: partOf(one) }),
    unit: one.unit,
    label: labelOf(definition, one),
  })),
);

/** What is known beforehand of a figure; undefined for one that is not always told. */
export function findReadable({ metric, part }: Pick<ReadableFigure, 'metric' | 'part'>): ReadableFigure | undefined {
  return READABLE.find((one) => one.metric === metric && one.part === part);
}

/** The figure of a metric, or of a part of it; undefined where nothing was published that would tell it. */
export function readFigure(
  measured: readonly Measured[],
  { metric, part = '' }: Pick<ReadableFigure, 'metric' | 'part'>,
): Observation | undefined {
  const found = measured.find(({ definition }) => definition.id === metric);
  return found?.observations.find((one) => partOf(one) === part);
}

function partOf({ scope }: Observation): string {
  return scope ? `${scope.by}:${scope.value ?? ''}` : '';
}

function labelOf({ name }: MetricDefinition, observation: Observation): Bilingual {
  const say = (language: 'es' | 'en') => [name[language], sayScope(observation, language)].filter(Boolean).join(', ');
  return { es: say('es'), en: say('en') };
}
