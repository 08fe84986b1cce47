import { addEvidence, implementersOf, type ReportWithEvidenceInput, withdrawEvidence } from '#tracking';
import { type FormValues, textOf } from '../../controllers/form-body.js';
import { fillText } from '../../../fill.js';
import type { DeskLocale } from '../../desk-locale.js';
import type { FieldError } from '../../views/desk.view.js';
import { commitmentOf, type Place } from '../place.js';
import { isInside, isOutside } from '../sides.js';
import { type FieldSpec, type HandedFile, type TaskRun, task } from '../task.js';
import { listed } from './choices.js';

/** What evidence is told with. @param optional the form may do without any */
export function evidenceFields(place: Place, optional: boolean): readonly FieldSpec[] {
  return [
    { name: 'titulo', kind: 'text', optional },
    { name: 'clase', kind: 'select', choices: listed('evidenceKind', place), optional },
    { name: 'prueba', kind: 'area', optional },
    { name: 'url', kind: 'url', optional: true },
    // Last: what comes after a file that is too large is not read.
    { name: 'archivo', kind: 'file', optional: true },
  ];
}

const TOLD = ['titulo', 'clase', 'prueba'] as const;

/** Some evidence is told, if not all of it. */
export function hasProof(values: FormValues, file: HandedFile | undefined): boolean {
  return file !== undefined || [...TOLD, 'url'].some((name) => textOf(values, name) !== '');
}

/** What is missing of evidence that need not be there, but is. */
export function proofFaults(values: FormValues, { desk: { form, tracking } }: DeskLocale): readonly FieldError[] {
  return TOLD.filter((name) => textOf(values, name) === '').map((name) => {
    const { required, choose } = form.faults;
    return { field: name, message: fillText(name === 'clase' ? choose : required, { label: tracking.fields[name] }) };
  });
}

export function proofFrom(values: FormValues, file: HandedFile | undefined): ReportWithEvidenceInput['proof'] {
  return {
    kind: textOf(values, 'clase'),
    title: textOf(values, 'titulo'),
    proves: textOf(values, 'prueba'),
    file,
    url: textOf(values, 'url'),
  };
}

/** Adds evidence to a meta. */
export const evidenceOfMeta = task<'metas'>({
  name: 'evidencia',
  of: 'metas',
  actions: ['tracker:report'],
  files: true,
  offered: ({ actor, view, thing }) => isInside(actor, 'tracker:report', implementersOf(view, thing.commitment)),
  facts: ({ thing, locale }) => [[locale.desk.tracking.facts.meta, thing.title]],
  fields: (place) => evidenceFields(place, false),
  run: add,
  faults: { CODE: 'clase', TEXT: 'titulo' },
  done: 'registrado',
});

/** Adds evidence to a commitment: who implements it, or who assesses it. */
export const evidenceOfCommitment = task<'compromisos'>({
  name: 'evidencia',
  of: 'compromisos',
  actions: ['tracker:report', 'tracker:assess'],
  files: true,
  offered: ({ actor, view, id }) =>
    isInside(actor, 'tracker:report', implementersOf(view, id)) ||
    isOutside(actor, 'tracker:assess', implementersOf(view, id)),
  facts: ({ thing, locale }) => [[locale.desk.tracking.facts.commitment, thing.title]],
  fields: (place) => evidenceFields(place, false),
  run: add,
  faults: { CODE: 'clase', TEXT: 'titulo' },
  done: 'registrado',
});

/** Takes evidence back, with a reason. */
export const withdrawal = task<'evidencias'>({
  name: 'retirar',
  of: 'evidencias',
  actions: ['tracker:report', 'tracker:session', 'tracker:assess'],
  offered: (place) =>
    isInside(place.actor, 'tracker:report', implementersOf(place.view, commitmentOf(place, 'evidencias', place.thing))),
  facts: ({ thing, locale }) => [
    [locale.desk.tracking.facts.evidence, thing.title],
    [locale.desk.tracking.facts.proves, thing.proves],
  ],
  fields: () => [{ name: 'motivo', kind: 'area' }],
  run: ({ place, tracking, values }) =>
    withdrawEvidence(tracking, place.actor, { plan: place.plan, evidence: place.id, reason: textOf(values, 'motivo') }),
  done: 'registrado',
});

function add({ place, tracking, values, file }: TaskRun<'metas'> | TaskRun<'compromisos'>) {
  return addEvidence(tracking, place.actor, { ...proofFrom(values, file), plan: place.plan, target: place.id });
}
