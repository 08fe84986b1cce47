import { dueReports, periodOf } from '#tracker';
import { implementersOf, reportProgress, reportWithEvidence } from '#tracking';
import { fillText } from '../../../fill.js';
import { textOf } from '../../controllers/form-body.js';
import type { Choice } from '../../views/desk.view.js';
import { isInside } from '../sides.js';
import type { Place } from '../place.js';
import { type FieldSpec, task } from '../task.js';
import { listed } from './choices.js';
import { evidenceFields, hasProof, proofFaults, proofFrom } from './evidence.js';

const OPEN: ReadonlySet<string> = new Set(['programada', 'en_proceso']);

/** Reports progress on a meta, with its evidence in the same form. */
export const report = task<'metas'>({
  name: 'reportar',
  of: 'metas',
  actions: ['tracker:report'],
  files: true,
  offered: ({ actor, view, thing: { id, commitment, state = 'programada', mode } }) =>
    mode === 'declared' &&
    OPEN.has(state) &&
    !view.progress.some(({ milestone, review }) => milestone === id && review === 'pending') &&
    isInside(actor, 'tracker:report', implementersOf(view, commitment)),
  facts: returned,
  fields: (place): readonly FieldSpec[] => [
    { name: 'periodo', kind: 'radio', choices: periods(place) },
    { name: 'nivel', kind: 'radio', choices: listed('completion', place) },
    { name: 'avance', kind: 'area' },
    { name: 'retos', kind: 'area', optional: true },
    ...evidenceFields(place, true),
  ],
  begin: (place) => ({ periodo: periods(place)[0]!.value }),
  check: (values, locale, file) => (hasProof(values, file) ? proofFaults(values, locale) : []),
  run({ place, tracking, values, file }) {
    const { plan, id, actor } = place;
    const told = {
      plan,
      milestone: id,
      period: textOf(values, 'periodo'),
      level: textOf(values, 'nivel'),
      text: textOf(values, 'avance'),
      challenges: textOf(values, 'retos'),
      evidence: uncounted(place),
    };
    if (!hasProof(values, file)) return reportProgress(tracking, actor, told);
    return reportWithEvidence(tracking, actor, { ...told, proof: proofFrom(values, file) });
  },
  faults: { TEXT: 'avance', CODE: 'nivel' },
  done: 'registrado',
});

/** The present period, and before it the last one where its report is missing. */
function periods({ thing, view, today, locale }: Place<'metas'>): readonly Choice[] {
  const due = dueReports(view, today).find(({ milestone }) => milestone.id === thing.id);
  const { tracking: words } = locale.desk;
  const told = [...(due ? [due.period] : []), periodOf(today)];
  return told.map(({ id, from, to, due: until }) => ({
    value: id,
    label: fillText(words.period, { id, from, to }),
    hint: fillText(until < today ? words.periodLate : words.periodDue, { until }),
  }));
}

/** Evidence that no accepted report has counted yet goes with the next one. */
function uncounted({ thing, view }: Place<'metas'>): readonly string[] {
  const accepted = new Set(view.progress.flatMap(({ review, evidence }) => (review === 'accepted' ? evidence : [])));
  return view.plan.evidence.flatMap(({ id, target }) => (target === thing.id && !accepted.has(id) ? [id] : []));
}

function returned({ thing, view, locale }: Place<'metas'>) {
  const last = view.progress.findLast(({ milestone }) => milestone === thing.id);
  const { tracking: words } = locale.desk;
  return [
    [words.facts.meta, thing.title] as const,
    ...(last?.review === 'returned' ? [[words.facts.returned, last.reviewNote ?? ''] as const] : []),
  ];
}
