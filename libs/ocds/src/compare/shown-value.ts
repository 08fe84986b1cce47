import type { Bilingual } from '../bilingual.js';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import type { Money } from '../story/money.js';
import { moneyOf, textOf } from '../story/read.js';
import type { Field } from '../validate/schema-field.js';
import { codeInWords, fieldInWords } from './in-words.js';
import { isObjectList } from './match-lists.js';

/** A value as people read it. */
export type ShownValue =
  | { readonly type: 'money'; readonly money: Money }
  /** As it was written: a day, or an instant in RFC 3339. */
  | { readonly type: 'date'; readonly date: string }
  | { readonly type: 'code'; readonly code: string; readonly label: Bilingual }
  | { readonly type: 'number'; readonly number: number }
  | { readonly type: 'flag'; readonly flag: boolean }
  | { readonly type: 'link'; readonly url: string }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'list'; readonly values: readonly ShownValue[] }
  | { readonly type: 'document'; readonly document: ShownDocument }
  | { readonly type: 'object'; readonly title?: string; readonly parts: readonly ShownPart[] };

export interface ShownDocument {
  readonly title?: string;
  readonly url?: string;
  readonly kind?: Bilingual;
  readonly parts: readonly ShownPart[];
}

/** A member of a shown object. */
export interface ShownPart {
  readonly label: Bilingual;
  readonly value: ShownValue;
}

/** @param name of the member, or of the list whose item it is */
export function shownValue(value: Json, name: string, field: Field | undefined): ShownValue {
  if (typeof value === 'number') return { type: 'number', number: value };
  if (typeof value === 'boolean') return { type: 'flag', flag: value };
  if (typeof value === 'string') return shownText(value, field);
  if (isJsonObject(value)) return shownObject(value, name, field);
  const values = ((value ?? []) as readonly Json[]).map((item) => shownValue(item, name, field));
  return { type: 'list', values };
}

const DATE = /^\d{4}-\d{2}-\d{2}(?:$|T\d{2}:\d{2})/;

function shownText(text: string, field: Field | undefined): ShownValue {
  if (field?.codelist !== undefined) return { type: 'code', code: text, label: codeInWords(text, field.codelist) };
  if (DATE.test(text)) return { type: 'date', date: text };
  return /^https?:\/\/\S+$/i.test(text) ? { type: 'link', url: text } : { type: 'text', text };
}

function shownObject(object: JsonObject, name: string, field: Field | undefined): ShownValue {
  const money = isMoney(object) ? moneyOf(object) : undefined;
  if (money !== undefined) return { type: 'money', money };
  const parts = partsOf(object, field);
  if (name !== 'documents') return { type: 'object', ...titleOf(object), parts };
  const kind = textOf(object.documentType);
  const list = field?.members().get('documentType')?.codelist;
  const about = { url: textOf(object.url), ...(kind !== undefined && { kind: codeInWords(kind, list) }) };
  return { type: 'document', document: { ...titleOf(object), ...about, parts } };
}

function partsOf(object: JsonObject, field: Field | undefined): readonly ShownPart[] {
  const members = field?.members();
  return Object.entries(object).flatMap(([name, value]) => {
    if (value === undefined || isNothing(value)) return [];
    const own = members?.get(name);
    return [{ label: fieldInWords(name, own), value: shownValue(value, name, own) }];
  });
}

function isNothing(value: Json): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** What an object goes by. */
export function titleOf(object: JsonObject | undefined): { readonly title?: string } {
  const title = textOf(object?.title) ?? textOf(object?.name) ?? textOf(object?.description);
  return title === undefined ? {} : { title };
}

const MONEY_MEMBERS: ReadonlySet<string> = new Set(['amount', 'currency']);

/** An amount and its currency, and nothing else that would be lost in showing it as one. */
export function isMoney(object: JsonObject | undefined): boolean {
  const names = Object.keys(object ?? {}).filter((name) => !isNothing(object![name]!));
  return names.includes('amount') && names.every((name) => MONEY_MEMBERS.has(name)) && !isObjectList(object!.amount);
}
