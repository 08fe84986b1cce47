import { fieldInWords, isJsonObject, type Json, type JsonObject, placeOf, pointerOf, type Step } from '#ocds';
import { codeLabel } from '../locale.js';
import type { DeskLocale } from './desk-locale.js';
import type { CorrectableField } from './views/process.view.js';

/** Lists of which each item with an id can be corrected, and how many of them: past that a corrected file is better. */
const LISTS = ['awards', 'contracts', 'parties'] as const;
const MOST_ITEMS = 15;

type Kind = CorrectableField['kind'];

const TENDER: readonly (readonly [path: string, kind: Kind])[] = [
  ['tender/title', 'text'],
  ['tender/description', 'long'],
  ['tender/procurementMethod', 'choice'],
  ['tender/procurementMethodDetails', 'text'],
  ['tender/procurementMethodRationale', 'long'],
  ['tender/tenderPeriod/startDate', 'date'],
  ['tender/tenderPeriod/endDate', 'date'],
  ['planning/budget/amount/amount', 'amount'],
  ['tender/value/amount', 'amount'],
];

const OF_ITEM: Readonly<Record<(typeof LISTS)[number], readonly (readonly [path: string, kind: Kind])[]>> = {
  awards: [
    ['title', 'text'],
    ['date', 'date'],
    ['value/amount', 'amount'],
    ['value/netAmount', 'amount'],
  ],
  contracts: [
    ['title', 'text'],
    ['description', 'long'],
    ['dateSigned', 'date'],
    ['period/startDate', 'date'],
    ['period/endDate', 'date'],
    ['value/amount', 'amount'],
    ['value/netAmount', 'amount'],
  ],
  parties: [['name', 'text']],
};

const METHODS = ['open', 'selective', 'limited', 'direct'] as const;

/** A field of the form, with the place that it corrects. */
export interface PlacedField extends CorrectableField {
  readonly pointer: string;
  readonly steps: readonly Step[];
  /** As the form shows what is published now. */
  readonly value: string;
}

/** What of a process can be corrected field by field: what a form can ask. Amounts without IVA only where they are told. */
export function correctableFields(release: JsonObject, locale: DeskLocale): readonly PlacedField[] {
  const ofTender = TENDER.map(([path, kind]) => fieldAt(release, path.split('/'), kind, undefined, locale));
  const ofItems = LISTS.flatMap((list) =>
    itemsOf(release, list).flatMap((item) => fieldsOfItem(release, list, item, locale)),
  );
  return [...ofTender, ...ofItems].filter(({ steps, value }) => steps.at(-1) !== 'netAmount' || value !== '');
}

function itemsOf(release: JsonObject, list: string): readonly JsonObject[] {
  const items: Json | undefined = release[list];
  if (!Array.isArray(items)) return [];
  return items
    .filter((item): item is JsonObject => isJsonObject(item) && item.id !== undefined && item.id !== null)
    .slice(0, MOST_ITEMS);
}

function fieldsOfItem(release: JsonObject, list: (typeof LISTS)[number], item: JsonObject, locale: DeskLocale) {
  const id = String(item.id);
  const name = String(item.title ?? item.name ?? id);
  const listName = fieldInWords(list, placeOf([list]).field)[locale.language];
  const group = `${listName}: ${name}`;
  return OF_ITEM[list].map(([path, kind]) => fieldAt(release, [list, { id }, ...path.split('/')], kind, group, locale));
}

function fieldAt(
  release: JsonObject,
  steps: readonly Step[],
  kind: Kind,
  group: string | undefined,
  locale: DeskLocale,
): PlacedField {
  const pointer = pointerOf(steps);
  const label = labelOf(steps, locale);
  const value = shown(valueAt(release, steps), kind);
  const base = {
    name: nameOf(pointer),
    label,
    group: group ?? locale.desk.correct.process,
    kind,
    pointer,
    steps,
    value,
  };
  if (kind !== 'choice') return base;
  return {
    ...base,
    choices: METHODS.map((code) => ({ value: code, label: codeLabel(locale, 'procurementMethod', code) })),
  };
}

/** The last two words of the way: «Valor · Monto» says more than «Monto». */
function labelOf(steps: readonly Step[], { language }: DeskLocale): string {
  const { label, above } = placeOf(steps);
  const parent = above.at(-1);
  const own = label[language];
  return parent === undefined || parent.item !== undefined || (above.length < 2 && steps.length <= 2)
    ? own
    : `${parent.label[language]}: ${own.toLowerCase()}`;
}

/** A name that a form and a fragment can bear, whatever the ids in the pointer are made of. */
function nameOf(pointer: string): string {
  return `campo-${Buffer.from(pointer).toString('base64url')}`;
}

function shown(value: Json | undefined, kind: Kind): string {
  if (value === undefined || value === null || typeof value === 'object') return '';
  const text = String(value);
  return kind === 'date' ? text.slice(0, 10) : text;
}

/** The value at a place; undefined where there is none. */
export function valueAt(release: JsonObject, steps: readonly Step[]): Json | undefined {
  let value: Json | undefined = release;
  for (const step of steps) {
    if (typeof step === 'string') value = isJsonObject(value) ? value[step] : undefined;
    else if (Array.isArray(value))
      value = value.find((item: Json) => isJsonObject(item) && String(item.id) === step.id) as Json | undefined;
    else value = undefined;
  }
  return value;
}
