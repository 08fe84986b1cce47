import { isJsonObject } from '../json.js';
import type { Json, JsonObject } from '../json.js';
import { decimalOf } from './decimal.js';
import type { Money } from './money.js';

/*
 * Published data is read as it is, not as the schema wishes it: some publishers put text where a list belongs,
 * numbers where text belongs, or pad their codes. A page must still come out.
 */

/** Text with its spaces tidied; `undefined` when there is none. Numbers count as text (numeric ids). */
export function textOf(value: Json | undefined): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

/** The objects of a list; anything that is no list has none. */
export function partsOf<T extends JsonObject>(list: readonly T[] | undefined): readonly T[] {
  return Array.isArray(list) ? list.filter((part): part is T => isJsonObject(part)) : [];
}

/** The object where one belongs. */
export function partOf<T extends JsonObject>(part: T | undefined): T | undefined {
  return isJsonObject(part) ? part : undefined;
}

/** The object under an undeclared member. */
export function memberOf(owner: JsonObject | undefined, name: string): JsonObject | undefined {
  const member = partOf(owner)?.[name];
  return isJsonObject(member) ? member : undefined;
}

/** The objects of the list under an undeclared member. */
export function membersOf(owner: JsonObject | undefined, name: string): readonly JsonObject[] {
  const member = partOf(owner)?.[name];
  return Array.isArray(member) ? member.filter(isJsonObject) : [];
}

/** Whether anything at all is said under a value, however deep. */
export function hasContent(value: Json | undefined): boolean {
  if (value === null || value === undefined || value === '') return false;
  if (Array.isArray(value)) return value.some(hasContent);
  return isJsonObject(value) ? Object.values(value).some(hasContent) : true;
}

/**
 * The money in an OCDS value. `amount` includes IVA when the taxes extension gives `netAmount` beside it.
 * https://extensions.open-contracting.org/en/extensions/valuesTaxes/
 */
export function moneyOf(value: JsonObject | undefined): Money | undefined {
  const money = partOf(value);
  const gross = decimalOf(money?.['amount']);
  const net = decimalOf(money?.['netAmount']);
  const amount = gross ?? net;
  if (amount === undefined) return undefined;
  const iva = net === undefined ? undefined : gross === undefined ? 'without' : 'with';
  return { amount, currency: textOf(money?.['currency']), iva };
}
