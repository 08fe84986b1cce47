import { labelOf } from '#tracker';
import { implementersOf, reply as replyTo } from '#tracking';
import { textOf } from '../../controllers/form-body.js';
import { isInside } from '../sides.js';
import type { Place } from '../place.js';
import { task } from '../task.js';
import { commitmentFact } from './assess.js';
import { listed } from './choices.js';

/** Replies to an assessment. */
export const reply = task<'evaluaciones'>({
  name: 'replicar',
  of: 'evaluaciones',
  actions: ['tracker:reply'],
  offered: ({ actor, view, thing: { stage, commitment } }) =>
    stage === 'sent_for_reply' && isInside(actor, 'tracker:reply', implementersOf(view, commitment)),
  facts: assessed,
  fields: (place) => [
    { name: 'postura', kind: 'radio', choices: listed('replyAgreement', place) },
    { name: 'replica', kind: 'area' },
  ],
  run: ({ place, tracking, values }) =>
    replyTo(tracking, place.actor, {
      plan: place.plan,
      assessment: place.id,
      agrees: textOf(values, 'postura'),
      text: textOf(values, 'replica'),
    }),
  faults: { CODE: 'postura', TEXT: 'replica' },
  done: 'registrado',
});

function assessed({ thing, view, locale }: Place<'evaluaciones'>) {
  const { facts: words } = locale.desk.tracking;
  const { id, commitment, assessor, completion, narrative } = thing;
  const due = view.terms.find(({ assessment }) => assessment === id)?.replyDue;
  return [
    commitmentFact(view, commitment, locale),
    [words.assessor, assessor] as const,
    ...(completion ? [[words.level, labelOf('completion', completion)[locale.language]] as const] : []),
    ...(narrative === undefined ? [] : [[words.narrative, narrative] as const]),
    ...(due === undefined ? [] : [[words.replyDue, due] as const]),
  ];
}
