import type { FieldError } from '../views/desk.view.js';

/** The fields of a form as they came, without spaces around; several of one name are joined by commas. */
export type FormValues = Readonly<Record<string, string | undefined>>;

/** @param body whatever the parser made of the request; anything but texts is left out. */
export function formOf(body: unknown): FormValues {
  if (typeof body !== 'object' || body === null) return {};
  const told = Object.entries(body).flatMap(([name, value]): [string, string][] => {
    const text = Array.isArray(value) ? value.filter((one) => typeof one === 'string').join(',') : value;
    return typeof text === 'string' && name !== '_csrf' ? [[name, text.trim()]] : [];
  });
  return Object.fromEntries(told);
}

/** A field's text; '' where it was left empty or did not come. */
export function textOf(values: FormValues, name: string): string {
  return values[name] ?? '';
}

/** Something that reads a form: the first fault of each field counts. */
export function faultsOf(
  checks: readonly (readonly [field: string, isWrong: boolean, message: string])[],
): readonly FieldError[] {
  const wrong = checks.filter(([, isWrong]) => isWrong);
  const first = new Map(wrong.toReversed().map(([field, , message]) => [field, message]));
  return [...first].toReversed().map(([field, message]) => ({ field, message }));
}
