import type { Role } from '#access';
import {
  type DraftInput,
  editDraft,
  finaliseAssessment,
  implementersOf,
  sendForReply,
  startAssessment,
  supersedeAssessment,
} from '#tracking';
import { type FormValues, textOf } from '../../controllers/form-body.js';
import { isOutside } from '../sides.js';
import type { Place } from '../place.js';
import { type FieldSpec, task } from '../task.js';
import { evidenceChoices, listed, manyOf } from './choices.js';

const LANES: Readonly<Partial<Record<Role, readonly string[]>>> = {
  monitor: ['itei', 'comite'],
  assessor: ['evaluacion_externa', 'irm'],
};

/** Begins an assessment: a draft that nobody else reads. */
export const start = task<'compromisos'>({
  name: 'evaluar',
  of: 'compromisos',
  actions: ['tracker:assess'],
  offered: ({ actor, view, id }) => isOutside(actor, 'tracker:assess', implementersOf(view, id)),
  facts: ({ thing, locale }) => [[locale.desk.tracking.facts.commitment, thing.title]],
  fields: (place) => [{ name: 'carril', kind: 'radio', choices: lanes(place) }, ...saying(place, place.id)],
  begin: (place) => ({ carril: lanes(place)[0]?.value }),
  run: ({ place, tracking, values }) =>
    startAssessment(tracking, place.actor, {
      plan: place.plan,
      commitment: place.id,
      lane: textOf(values, 'carril'),
      ...said(values),
    }),
  faults: { CODE: 'nivel', UNKNOWN_EVIDENCE: 'evidencias' },
  done: 'borrador',
});

/** Says a draft anew. */
export const edit = task<'borradores'>({
  name: 'escribir',
  of: 'borradores',
  actions: ['tracker:assess'],
  offered: () => true,
  facts: ({ thing, view, locale }) => [commitmentFact(view, thing.commitment, locale)],
  fields: (place) => saying(place, place.thing.commitment),
  begin: ({ thing: { body, evidence } }) => ({
    nivel: body.completion,
    narrativa: body.narrative,
    conflicto: body.coiDeclaration,
    evidencias: evidence.join(','),
  }),
  run: ({ place, tracking, values }) =>
    editDraft(tracking, place.actor, { plan: place.plan, assessment: place.id, ...said(values) }),
  faults: { CODE: 'nivel', UNKNOWN_EVIDENCE: 'evidencias' },
  done: 'borrador',
});

/** Sends a draft to who implements, for reply. */
export const send = task<'borradores'>({
  name: 'enviar',
  of: 'borradores',
  actions: ['tracker:assess'],
  offered: () => true,
  facts: (place) => draftFacts(place),
  fields: () => [{ name: 'plazo', kind: 'date' }],
  begin: ({ today }) => ({ plazo: daysAfter(today, DAYS_TO_REPLY) }),
  run: ({ place, tracking, values }) =>
    sendForReply(tracking, place.actor, { plan: place.plan, assessment: place.id, replyDue: textOf(values, 'plazo') }),
  faults: { DATE: 'plazo' },
  done: 'registrado',
});

/** Makes an assessment final. */
export const finalise = task<'evaluaciones'>({
  name: 'concluir',
  of: 'evaluaciones',
  actions: ['tracker:assess'],
  offered: ({ actor, thing: { stage, organisation = '' } }) =>
    (stage === 'sent_for_reply' || stage === 'replied') && isOwn(actor, organisation),
  facts: ({ thing, view, locale }) => [
    commitmentFact(view, thing.commitment, locale),
    ...(thing.reply ? [[locale.desk.tracking.facts.reply, thing.reply.text] as const] : []),
  ],
  fields: () => [],
  run: ({ place, tracking }) => finaliseAssessment(tracking, place.actor, { plan: place.plan, assessment: place.id }),
  done: 'registrado',
});

/** Puts another final assessment in its place. */
export const supersede = task<'evaluaciones'>({
  name: 'sustituir',
  of: 'evaluaciones',
  actions: ['tracker:assess'],
  offered: (place) =>
    place.thing.stage === 'final' && isOwn(place.actor, place.thing.organisation ?? '') && rivals(place).length > 0,
  facts: ({ thing, view, locale }) => [commitmentFact(view, thing.commitment, locale)],
  fields: (place) => [
    { name: 'sustituta', kind: 'select', choices: rivals(place) },
    { name: 'motivo', kind: 'area' },
  ],
  run: ({ place, tracking, values }) =>
    supersedeAssessment(tracking, place.actor, {
      plan: place.plan,
      assessment: place.id,
      by: textOf(values, 'sustituta'),
      reason: textOf(values, 'motivo'),
    }),
  faults: { UNKNOWN: 'sustituta' },
  done: 'registrado',
});

const DAYS_TO_REPLY = 15;

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function lanes(place: Place) {
  const own = new Set(place.actor.memberships.flatMap(({ role }) => LANES[role] ?? []));
  return listed('lane', place).filter(({ value }) => own.has(value));
}

function saying(place: Place, commitment: string): readonly FieldSpec[] {
  return [
    { name: 'nivel', kind: 'radio', choices: listed('completion', place), optional: true },
    { name: 'narrativa', kind: 'area', optional: true },
    { name: 'conflicto', kind: 'area', optional: true },
    { name: 'evidencias', kind: 'check', choices: evidenceChoices(place, commitment), optional: true },
  ];
}

function said(values: FormValues): DraftInput {
  return {
    completion: textOf(values, 'nivel'),
    narrative: textOf(values, 'narrativa'),
    coiDeclaration: textOf(values, 'conflicto'),
    evidence: manyOf(values['evidencias']),
  };
}

function isOwn({ memberships }: Place['actor'], organisation: string): boolean {
  return memberships.some(({ organisationId, role }) => organisationId === organisation && LANES[role] !== undefined);
}

function rivals({ thing, view, locale, ...place }: Place<'evaluaciones'>) {
  return view.plan.assessments
    .filter(
      ({ id, stage, commitment, lane }) =>
        id !== thing.id && stage === 'final' && commitment === thing.commitment && lane === thing.lane,
    )
    .map(({ id, assessor, completion }) => ({
      value: id,
      label: [assessor, listed('completion', { ...place, locale }).find(({ value }) => value === completion)?.label, id]
        .filter(Boolean)
        .join(' · '),
    }));
}

export function commitmentFact(
  { plan }: Place['view'],
  commitment: string | undefined,
  { desk }: Place['locale'],
): readonly [string, string] {
  const found = plan.commitments.find(({ id }) => id === commitment);
  return [desk.tracking.facts.commitment, found ? `${found.number}. ${found.title}` : desk.tracking.wholePlan];
}

function draftFacts({ thing: { body, commitment }, view, locale, ...place }: Place<'borradores'>) {
  const { facts: words } = locale.desk.tracking;
  const level = listed('completion', { ...place, locale }).find(({ value }) => value === body.completion)?.label;
  return [
    commitmentFact(view, commitment, locale),
    [words.level, level ?? locale.desk.tracking.notYet] as const,
    [words.narrative, body.narrative ?? locale.desk.tracking.notYet] as const,
    [words.conflict, body.coiDeclaration ?? locale.desk.tracking.notYet] as const,
  ];
}
