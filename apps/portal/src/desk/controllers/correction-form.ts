import type { JsonObject, Step } from '#ocds';
import { pointerOf } from '#ocds';
import type { Edit } from '#publishing';
import { fillText } from '../../fill.js';
import { type PlacedField, valueAt } from '../correctable-fields.js';
import type { DeskLocale } from '../desk-locale.js';
import type { FieldError } from '../views/desk.view.js';
import { faultsOf, type FormValues, textOf } from './form-body.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const AMOUNT = /^\d{1,15}(\.\d{1,4})?$/;

/** The fields whose text is not what is published. A field that did not come stays as it is. */
export function changedFields(fields: readonly PlacedField[], values: FormValues): readonly PlacedField[] {
  return fields.filter(({ name, value }) => values[name] !== undefined && values[name] !== value.trim());
}

/** What is wrong with a correction's form. */
export function correctionFaults(
  fields: readonly PlacedField[],
  values: FormValues,
  { desk }: DeskLocale,
): readonly FieldError[] {
  const { faults: words } = desk.form;
  const changed = changedFields(fields, values);
  const malformed = changed.flatMap(({ name, kind }) => {
    const text = textOf(values, name);
    if (kind === 'date') return [[name, text !== '' && !isDay(text), words.date] as const];
    return kind === 'amount' ? [[name, text !== '' && !AMOUNT.test(plain(text)), words.amount] as const] : [];
  });
  return faultsOf([
    ...malformed,
    ['motivo', textOf(values, 'motivo') === '', fillText(words.required, { label: desk.correct.reason })],
    [fields[0]?.name ?? '', changed.length === 0, words.nothing],
  ]);
}

/** What the form asks to have changed; an empty field takes its value away. */
export function editsOf(release: JsonObject, fields: readonly PlacedField[], values: FormValues): readonly Edit[] {
  return changedFields(fields, values).map(({ name, kind, steps, pointer }) => {
    const text = textOf(values, name);
    if (text === '') return { pointer, value: null };
    if (kind === 'date') return { pointer, value: `${text}T00:00:00-06:00` };
    return kind === 'amount' ? amountEdit(release, steps, Number(plain(text))) : { pointer, value: text };
  });
}

/** An amount that was not told before comes with its currency. */
function amountEdit(release: JsonObject, steps: readonly Step[], amount: number): Edit {
  const owner = steps.slice(0, -1);
  if (valueAt(release, owner) !== undefined) return { pointer: pointerOf(steps), value: amount };
  return { pointer: pointerOf(owner), value: { amount, currency: 'MXN' } };
}

/** `$1,234.50` as people type it. */
function plain(text: string): string {
  return text.replaceAll(/[$,\s]/g, '');
}

function isDay(text: string): boolean {
  return (
    DAY.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
    new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
  );
}
