import { labelOf } from '#tracker';
import { implementersOf, reviewReport } from '#tracking';
import { textOf } from '../../controllers/form-body.js';
import { isOutside } from '../sides.js';
import { commitmentOf, type Place } from '../place.js';
import { task } from '../task.js';
import { bodyName } from './choices.js';

/** Accepts a report, whole or with a shortfall, or returns it. */
export const review = task<'reportes'>({
  name: 'revisar',
  of: 'reportes',
  actions: ['tracker:review'],
  offered: (place) =>
    place.thing.review === 'pending' &&
    isOutside(place.actor, 'tracker:review', implementersOf(place.view, commitmentOf(place, 'reportes', place.thing))),
  facts: reported,
  fields: ({ locale: { desk } }) => [
    {
      name: 'veredicto',
      kind: 'radio',
      choices: Object.entries(desk.tracking.verdicts).map(([value, label]) => ({ value, label })),
    },
    { name: 'motivo', kind: 'area', optional: true },
  ],
  check(values, { desk: { tracking: words } }) {
    const [verdict, reason] = [textOf(values, 'veredicto'), textOf(values, 'motivo')];
    if (verdict === 'accepted' && reason !== '') return [{ field: 'motivo', message: words.checks.wholeNeedsNone }];
    if (verdict === 'partial' && reason === '') return [{ field: 'motivo', message: words.checks.shortfall }];
    return [];
  },
  run({ place, tracking, values }) {
    const verdict = textOf(values, 'veredicto') === 'partial' ? 'accepted' : textOf(values, 'veredicto');
    const reason = textOf(values, 'motivo');
    return reviewReport(tracking, place.actor, { plan: place.plan, report: place.id, verdict, reason });
  },
  faults: { CODE: 'veredicto' },
  done: 'registrado',
});

function reported(place: Place<'reportes'>) {
  const { thing, view, locale } = place;
  const { facts: words } = locale.desk.tracking;
  const { milestone, period, level, text, challenges, evidence, organisation } = thing;
  const proofs = view.plan.evidence
    .filter(({ id }) => evidence.includes(id))
    .map(({ title, proves }) => `${title}: ${proves}`);
  return [
    [words.meta, view.plan.milestones.find(({ id }) => id === milestone)?.title ?? milestone] as const,
    [words.period, period] as const,
    [words.reports, bodyName(place, organisation)] as const,
    [words.level, labelOf('completion', level)[locale.language]] as const,
    [words.progress, text] as const,
    ...(challenges === undefined ? [] : [[words.challenges, challenges] as const]),
    [words.evidence, proofs.join(' · ') || locale.desk.tracking.noEvidence] as const,
  ];
}
