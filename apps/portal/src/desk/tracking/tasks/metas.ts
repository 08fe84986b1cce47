import { assignImplementers, cancelMilestone, closeMilestone, recordMilestone, reschedule } from '#tracking';
import { can } from '#access';
import { textOf } from '../../controllers/form-body.js';
import type { Place } from '../place.js';
import { task } from '../task.js';
import { bodyChoices, listed, manyOf, sessionChoices } from './choices.js';

const MOVABLE: ReadonlySet<string> = new Set(['programada', 'en_proceso', 'reportada']);
const CLOSABLE: ReadonlySet<string> = new Set(['programada', 'en_proceso']);

const keepsPlan = ({ actor }: Place) => can(actor, 'tracker:session');
const metaFact = ({ thing, locale }: Place<'metas'>) => [[locale.desk.tracking.facts.meta, thing.title] as const];

/** Adds a meta to a commitment, as a session set it. */
export const addMeta = task<'compromisos'>({
  name: 'meta',
  of: 'compromisos',
  actions: ['tracker:session'],
  offered: keepsPlan,
  facts: ({ thing, locale }) => [[locale.desk.tracking.facts.commitment, thing.title]],
  fields: (place) => [
    { name: 'titulo', kind: 'text' },
    { name: 'numero', kind: 'text', optional: true },
    { name: 'vence', kind: 'date' },
    { name: 'sesion', kind: 'select', choices: sessionChoices(place) },
    { name: 'motivo', kind: 'area' },
    { name: 'clase', kind: 'radio', choices: listed('milestoneKind', place) },
    ...(place.thing.measured
      ? [{ name: 'modo' as const, kind: 'radio' as const, choices: listed('milestoneMode', place), optional: true }]
      : []),
    { name: 'indicador', kind: 'text', optional: true },
    { name: 'valor', kind: 'text', optional: true },
    { name: 'verificacion', kind: 'text', optional: true },
  ],
  begin: () => ({ clase: 'meta', modo: 'declared' }),
  run: ({ place, tracking, values }) =>
    recordMilestone(tracking, place.actor, {
      plan: place.plan,
      commitment: place.id,
      title: textOf(values, 'titulo'),
      number: textOf(values, 'numero'),
      kind: textOf(values, 'clase'),
      mode: textOf(values, 'modo') || undefined,
      originalDue: textOf(values, 'vence'),
      indicator: textOf(values, 'indicador'),
      target: textOf(values, 'valor'),
      verificationMeans: textOf(values, 'verificacion'),
      session: textOf(values, 'sesion'),
      reason: textOf(values, 'motivo'),
    }),
  faults: { UNKNOWN: 'sesion', DATE: 'vence' },
  done: 'registrado',
});

/** Says who implements a commitment. */
export const assign = task<'compromisos'>({
  name: 'implementan',
  of: 'compromisos',
  actions: ['tracker:session'],
  offered: keepsPlan,
  facts: ({ thing, locale }) => [[locale.desk.tracking.facts.commitment, thing.title]],
  fields: (place) => [
    { name: 'responsable', kind: 'select', choices: bodyChoices(place) },
    { name: 'apoyan', kind: 'check', choices: bodyChoices(place), optional: true },
    { name: 'motivo', kind: 'area' },
  ],
  begin: ({ thing: { responsible, support = [] } }) => ({ responsable: responsible, apoyan: support.join(',') }),
  run: ({ place, tracking, values }) =>
    assignImplementers(tracking, place.actor, {
      plan: place.plan,
      commitment: place.id,
      responsible: textOf(values, 'responsable'),
      support: manyOf(values['apoyan']),
      reason: textOf(values, 'motivo'),
    }),
  faults: { UNKNOWN: 'responsable' },
  done: 'registrado',
});

/** Gives a meta another date. */
export const postpone = task<'metas'>({
  name: 'reprogramar',
  of: 'metas',
  actions: ['tracker:session'],
  offered: (place) => keepsPlan(place) && MOVABLE.has(place.thing.state ?? 'programada'),
  facts: metaFact,
  fields: (place) => [
    { name: 'fecha', kind: 'date' },
    { name: 'sesion', kind: 'select', choices: sessionChoices(place), optional: true },
    { name: 'motivo', kind: 'area' },
  ],
  run: ({ place, tracking, values }) =>
    reschedule(tracking, place.actor, {
      plan: place.plan,
      milestone: place.id,
      to: textOf(values, 'fecha'),
      session: textOf(values, 'sesion'),
      reason: textOf(values, 'motivo'),
    }),
  faults: { UNKNOWN: 'sesion', SAME_DATE: 'fecha' },
  done: 'registrado',
});

/** Cancels a meta, as a session agreed. */
export const cancel = task<'metas'>({
  name: 'cancelar',
  of: 'metas',
  actions: ['tracker:session'],
  offered: (place) => keepsPlan(place) && MOVABLE.has(place.thing.state ?? 'programada'),
  facts: metaFact,
  fields: (place) => [
    { name: 'sesion', kind: 'select', choices: sessionChoices(place) },
    { name: 'motivo', kind: 'area' },
  ],
  run: ({ place, tracking, values }) =>
    cancelMilestone(tracking, place.actor, {
      plan: place.plan,
      milestone: place.id,
      session: textOf(values, 'sesion'),
      reason: textOf(values, 'motivo'),
    }),
  faults: { UNKNOWN: 'sesion' },
  done: 'registrado',
});

/** Closes a meta that was not met when its plan ended. */
export const close = task<'metas'>({
  name: 'cerrar',
  of: 'metas',
  actions: ['tracker:session'],
  offered: (place) =>
    keepsPlan(place) &&
    CLOSABLE.has(place.thing.state ?? 'programada') &&
    (place.view.plan.plans[0]?.period.latest ?? '9') < place.today,
  facts: metaFact,
  fields: () => [],
  run: ({ place, tracking }) => closeMilestone(tracking, place.actor, { plan: place.plan, milestone: place.id }),
  done: 'registrado',
});
