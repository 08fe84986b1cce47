import type { LinkHealth } from '#links';
import { observe, type PublishedFigures, sayMeasured } from '#metrics';
import type { Measurement, PlanRecord } from '#tracker';
import { loadPlans, measureMeta, metricPath, type TrackerView } from '#tracking';
import { inventedSite } from '../../examples/invented-views.js';
import type { Language } from '../../locale.js';
import type { MeasuredPageView } from '../tracker-page-view.js';
import { ASSESSMENT, EVIDENCE, METAS, RECORDED, RULES } from './invented-records.js';

const PLANS = await loadPlans();
const [SEED, TITLES] = PLANS as readonly [PlanRecord, PlanRecord];

/** The plan as its seed tells it, measured with invented figures. */
export function seededTracker(language: Language = 'es', seed = SEED): MeasuredPageView {
  const own = seed.commitments.find(({ measured }) => measured);
  return {
    site: { ...inventedSite(language), demo: 'plan' },
    tracker: viewOf(seed),
    plans: PLANS.map(({ plans: [plan] }) => {
      const { id, name, shortName, period } = plan!;
      return { id, name, shortName, periodFrom: period.earliest, periodTo: period.latest };
    }),
    ownPlan: SEED.plans[0]!.id,
    measurements: new Map(own ? [[own.id, measurement(language)]] : []),
    links: new Map([['https://ejemplo.example/expedientes.json', FAILING]]),
    today: '2026-03-10',
    figures: FIGURES,
    measured: observe(FIGURES),
  };
}

/** A plan of which only titles are known. */
export function titlesOnly(language: Language = 'es'): MeasuredPageView {
  return seededTracker(language, TITLES);
}

/** The plan as it could stand one day, on a past day: metas, evidence, an assessment with its reply, moved dates, a log. */
export function inventedTracker(language: Language = 'es'): MeasuredPageView {
  const plan = {
    ...SEED,
    milestones: [...SEED.milestones, ...METAS],
    metricRules: RULES,
    evidence: EVIDENCE,
    assessments: [...SEED.assessments, ASSESSMENT],
  };
  const tracker = { ...viewOf(plan), ...RECORDED, asOf: '2026-03-10' };
  return { ...seededTracker(language), measurements: new Map(), tracker };
}

/** The same today: a session fixed the rule of what is measured, and it has just been reached. */
export function ruledTracker(language: Language = 'es'): MeasuredPageView {
  const invented = inventedTracker(language);
  const { asOf: _, ...tracker } = invented.tracker;
  const terms = { figures: FIGURES, measured: observe(FIGURES), on: invented.today, language, origin: '' };
  const metas = [measureMeta(METAS[1]!, { ...terms, plan: tracker.plan })];
  const ruled = { ...measurement(language), completion: 'completo' as const, metas };
  return { ...invented, tracker, measurements: new Map([['c7', ruled]]) };
}

const FAILING: LinkHealth = {
  checkedAt: '2026-03-09T12:00:00Z',
  httpStatus: 404,
  fault: 'HTTP_STATUS',
  failingSince: '2026-03-02T12:00:00Z',
  changedSince: '2026-02-25T12:00:00Z',
};

function viewOf(plan: PlanRecord): TrackerView {
  const none = { withdrawn: [], files: [], terms: [], grounds: [] };
  const nothing = { log: [], progress: [], reschedules: [], replies: [], ...none };
  return { plan, ...nothing, version: 'ab'.repeat(32) };
}

const FIGURES: PublishedFigures = {
  asOf: '2026-03-10T12:00:00Z',
  datasetHash: 'ab'.repeat(32),
  demonstration: true,
  releases: 9,
  validReleases: 8,
  latestRelease: '2026-03-01T18:00:00Z',
  processes: 4,
  years: [{ year: 2026, processes: 4 }],
  methods: [
    { method: 'open', processes: 2 },
    { method: null, processes: 2 },
  ],
  stages: { planning: 1, tender: 0, award: 1, contract: 1, implementation: 1 },
  contracts: 3,
  contractSums: [{ currency: 'MXN', amount: '1234567.89' }],
  awarded: 3,
  awardedToSomebody: 1,
  buyers: 3,
  activeBuyers: 1,
  awardLag: { processes: 2, median: 1, p90: 40 },
  contractLag: { processes: 0, median: null, p90: null },
  followed: 3,
  medianReleases: 2,
  mostReleases: 4,
};

function measurement(language: Language): Measurement {
  const figures = observe(FIGURES).map((one) => ({
    metric: one.definition.id,
    label: one.definition.name[language],
    value: sayMeasured(one, language),
    note: one.definition.caveat[language],
    datasetHash: FIGURES.datasetHash,
    url: metricPath(one.definition.id),
  }));
  return { on: '2026-03-10', figures };
}
