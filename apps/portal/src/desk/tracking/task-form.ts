import { isDay, refuse, type Refusal } from '#tracker';
import { MOST_EVIDENCE_BYTES, MOST_TEXT_LETTERS } from '#tracking';
import { fillText } from '../../fill.js';
import { faultsOf, type FormValues, textOf } from '../controllers/form-body.js';
import type { DeskForm } from '../controllers/receive-desk-form.js';
import type { DeskLocale } from '../desk-locale.js';
import type { FieldError } from '../views/desk.view.js';
import type { TaskField } from '../views/tracking.view.js';
import type { Place } from './place.js';
import type { FieldName, HandedFile, Task } from './task.js';

/** The fields of a task's form, in words; a choice among nothing is no field. */
export function taskFields(task: Task, place: Place): readonly TaskField[] {
  const { fields: labels, hints } = place.locale.desk.tracking;
  return task
    .fields(place)
    .filter(({ kind, choices, optional }) => !optional || kind !== 'check' || (choices ?? []).length > 0)
    .map((spec) => {
      const { name } = spec;
      const hint = Object.hasOwn(hints, name) ? hints[name as keyof typeof hints] : undefined;
      return { ...spec, label: labels[name], hint };
    });
}

/** A form as it was filled in. */
export interface Filled {
  readonly values: FormValues;
  readonly file?: HandedFile | undefined;
}

/** What is missing in a form, or is no day; then what the task looks at by itself. */
export function faultsIn(task: Task, place: Place, { values, file }: Filled): readonly FieldError[] {
  const { form: words, tracking } = place.locale.desk;
  const checks = task.fields(place).flatMap(({ name, kind, optional }) => {
    const text = textOf(values, name);
    const label = tracking.fields[name];
    const chosen = kind === 'radio' || kind === 'select';
    return [
      [name, !optional && text === '', fillText(chosen ? words.faults.choose : words.faults.required, { label })],
      [name, text.length > MOST_TEXT_LETTERS, tooLong(place.locale)],
      [name, kind === 'date' && text !== '' && !isDay(text), words.faults.date],
    ] as const;
  });
  const faults = faultsOf(checks);
  return faults.length > 0 ? faults : (task.check?.(values, place.locale, file) ?? []);
}

function tooLong({ language }: DeskLocale): string {
  const what = { es: String(MOST_TEXT_LETTERS), en: String(MOST_TEXT_LETTERS) };
  const { message, remedy } = refuse('TOO_LONG', { what }).refusal;
  return `${message[language]} ${remedy[language]}`;
}

/** Where most refusals are about the same field, whatever is done. */
const FIELDS: Readonly<Record<string, FieldName>> = {
  REASON: 'motivo',
  CHALLENGES: 'retos',
  NO_EVIDENCE: 'archivo',
  PERIOD: 'periodo',
  DATE: 'fecha',
  SESSION: 'sesion',
  EVIDENCE_MISSING: 'archivo',
  EVIDENCE_EMPTY: 'archivo',
  EVIDENCE_SIZE: 'archivo',
  EVIDENCE_TYPE: 'archivo',
  EVIDENCE_LIES: 'archivo',
  EVIDENCE_SCRIPT: 'archivo',
  LINK_FORBIDDEN: 'url',
  LINK_UNREACHABLE: 'url',
  CONFLICT_OF_INTEREST: 'conflicto',
};

/** What a refusal says, at the field it is about; on top where the form has no such field. */
export function refusedAt(task: Task, place: Place, { code, message, remedy }: Refusal): FieldError {
  const { language } = place.locale;
  const wanted = task.faults?.[code] ?? FIELDS[code];
  const field = taskFields(task, place).some(({ name }) => name === wanted) ? wanted! : '';
  return { field, message: `${message[language]} ${remedy[language]}` };
}

/** What did not arrive whole: a file that was given up, texts longer than a form with a file takes. */
export function cutShort(
  { cut, refused }: Pick<DeskForm, 'cut' | 'refused'>,
  locale: DeskLocale,
): readonly FieldError[] {
  const told = (field: string, code: 'EVIDENCE_SIZE' | 'TOO_LONG', most: number): FieldError => {
    const what = { es: String(most), en: String(most) };
    const { message, remedy } = refuse(code, { what }).refusal;
    return { field, message: `${message[locale.language]} ${remedy[locale.language]}` };
  };
  const given = refused && refused.code !== 'UPLOAD_EMPTY';
  return [
    ...cut.map((field) => told(field, 'TOO_LONG', MOST_TEXT_LETTERS)),
    ...(given ? [told('archivo', 'EVIDENCE_SIZE', MOST_EVIDENCE_BYTES / 1_000_000)] : []),
  ];
}
