import { can } from '#access';
import { answerComment, moderateComment, resolveIssue } from '#tracking';
import { textOf } from '../../controllers/form-body.js';
import type { Place } from '../place.js';
import { task } from '../task.js';

/** Resolves facts in conflict. */
export const resolve = task<'inconsistencias'>({
  name: 'resolver',
  of: 'inconsistencias',
  actions: ['tracker:resolve'],
  offered: ({ actor, thing }) => thing.status === 'abierta' && can(actor, 'tracker:resolve'),
  facts: ({ thing, locale }) => [
    [locale.desk.tracking.facts.issue, `${thing.number}. ${thing.text}`],
    [locale.desk.tracking.facts.where, thing.where],
  ],
  fields: () => [{ name: 'resolucion', kind: 'area' }],
  run: ({ place, tracking, values }) =>
    resolveIssue(tracking, place.actor, {
      plan: place.plan,
      issue: place.id,
      resolution: textOf(values, 'resolucion'),
    }),
  faults: { REASON: 'resolucion' },
  done: 'registrado',
});

/** Lets a question through, or rejects it. */
export const moderate = task<'preguntas'>({
  name: 'moderar',
  of: 'preguntas',
  actions: ['tracker:moderate'],
  offered: ({ actor, thing }) => thing.state === 'pending' && can(actor, 'tracker:moderate'),
  facts: asked,
  fields: ({ locale: { desk } }) => [
    {
      name: 'dictamen',
      kind: 'radio',
      choices: Object.entries(desk.tracking.moderation).map(([value, label]) => ({ value, label })),
    },
    { name: 'motivo', kind: 'area', optional: true },
  ],
  run: ({ place, tracking, values }) =>
    moderateComment(tracking, place.actor, {
      plan: place.plan,
      comment: place.id,
      verdict: textOf(values, 'dictamen'),
      reason: textOf(values, 'motivo'),
    }),
  faults: { CODE: 'dictamen' },
  done: 'registrado',
});

/** Answers a question officially. */
export const answer = task<'preguntas'>({
  name: 'contestar',
  of: 'preguntas',
  actions: ['tracker:moderate'],
  offered: ({ actor, thing }) => thing.state !== 'rejected' && thing.answer === null && can(actor, 'tracker:moderate'),
  facts: asked,
  fields: () => [{ name: 'respuesta', kind: 'area' }],
  run: ({ place, tracking, values }) =>
    answerComment(tracking, place.actor, { plan: place.plan, comment: place.id, text: textOf(values, 'respuesta') }),
  faults: { TEXT: 'respuesta' },
  done: 'registrado',
});

function asked({ thing, locale }: Place<'preguntas'>) {
  const { facts: words } = locale.desk.tracking;
  return [
    [words.asked, thing.askedOn] as const,
    [words.author, thing.author ?? locale.desk.tracking.anonymous] as const,
    [words.question, thing.text] as const,
  ];
}
