import { can } from '#access';
import { recordAgreement, recordSession, setAgreementState } from '#tracking';
import { textOf } from '../../controllers/form-body.js';
import type { Place } from '../place.js';
import { task } from '../task.js';
import { listed, sessionChoices } from './choices.js';

const keepsPlan = ({ actor }: Place) => can(actor, 'tracker:session');

/** Records a session. */
export const addSession = task<'plan'>({
  name: 'sesion',
  of: 'plan',
  actions: ['tracker:session'],
  offered: keepsPlan,
  fields: (place) => [
    { name: 'nombre', kind: 'text' },
    { name: 'tipo', kind: 'radio', choices: listed('sessionType', place), optional: true },
    { name: 'ordinal', kind: 'text', optional: true },
    { name: 'fecha', kind: 'date' },
    { name: 'lugar', kind: 'text', optional: true },
    { name: 'quorum', kind: 'text', optional: true },
    { name: 'asuntos', kind: 'area', optional: true },
  ],
  check: (values, { desk }) =>
    /^[1-9]\d{0,3}$|^$/.test(textOf(values, 'ordinal')) ? [] : [{ field: 'ordinal', message: desk.form.faults.number }],
  run: ({ place, tracking, values }) =>
    recordSession(tracking, place.actor, {
      plan: place.plan,
      name: textOf(values, 'nombre'),
      type: textOf(values, 'tipo'),
      ordinal: Number(textOf(values, 'ordinal')) || undefined,
      date: textOf(values, 'fecha'),
      place: textOf(values, 'lugar'),
      quorum: textOf(values, 'quorum'),
      content: linesOf(textOf(values, 'asuntos')),
    }),
  done: 'registrado',
});

/** Records what a session agreed on. */
export const addAgreement = task<'plan'>({
  name: 'acuerdo',
  of: 'plan',
  actions: ['tracker:session'],
  offered: keepsPlan,
  fields: (place) => [
    { name: 'sesion', kind: 'select', choices: sessionChoices(place) },
    { name: 'titulo', kind: 'text' },
    { name: 'acuerdo', kind: 'area' },
    { name: 'numero', kind: 'text', optional: true },
    {
      name: 'encargada',
      kind: 'select',
      choices: place.view.plan.organisations.map(({ id, name }) => ({ value: id, label: name })),
      optional: true,
    },
    { name: 'vence', kind: 'date', optional: true },
  ],
  run: ({ place, tracking, values }) =>
    recordAgreement(tracking, place.actor, {
      plan: place.plan,
      session: textOf(values, 'sesion'),
      title: textOf(values, 'titulo'),
      text: textOf(values, 'acuerdo'),
      number: textOf(values, 'numero'),
      responsible: textOf(values, 'encargada'),
      due: textOf(values, 'vence'),
    }),
  done: 'registrado',
});

/** Tells what became of an agreement. */
export const agreementState = task<'acuerdos'>({
  name: 'estado',
  of: 'acuerdos',
  actions: ['tracker:session'],
  offered: keepsPlan,
  facts: ({ thing, locale }) => [
    [locale.desk.tracking.facts.agreement, thing.title],
    [locale.desk.tracking.facts.says, thing.text],
  ],
  fields: (place) => [
    { name: 'estado', kind: 'radio', choices: listed('agreementState', place) },
    { name: 'resultado', kind: 'area', optional: true },
    { name: 'motivo', kind: 'area' },
  ],
  begin: ({ thing }) => ({ estado: thing.state }),
  run: ({ place, tracking, values }) =>
    setAgreementState(tracking, place.actor, {
      plan: place.plan,
      agreement: place.id,
      state: textOf(values, 'estado'),
      result: textOf(values, 'resultado'),
      reason: textOf(values, 'motivo'),
    }),
  faults: { CODE: 'estado' },
  done: 'registrado',
});

function linesOf(text: string): readonly string[] | undefined {
  const lines = text.split(/\r?\n/).flatMap((line) => line.trim() || []);
  return lines.length > 0 ? lines : undefined;
}
