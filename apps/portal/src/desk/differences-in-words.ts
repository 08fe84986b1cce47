import {
  codeInWords,
  dayOf,
  parsePointer,
  placeOf,
  type Json,
  type ReleaseDifference,
  type ShownPart,
  type ShownValue,
  shownValue,
  type Step,
} from '#ocds';
import { formatDay } from '../format/day.js';
import { formatMoney } from '../format/money.js';
import { formatQuantity } from '../format/number.js';
import type { DeskLocale } from './desk-locale.js';
import type { Difference } from './views/process.view.js';

/** What two releases tell differently, each field and value in the reader's words. */
export function differencesInWords(
  differences: readonly ReleaseDifference[],
  locale: DeskLocale,
): readonly Difference[] {
  const { language } = locale;
  return differences.map(({ trail, field, before, after }) => {
    const way = trail.map(({ label, item }) => [label[language], item?.title ?? item?.id].filter(Boolean).join(' '));
    const said = [...way, field[language]].join(' · ');
    return {
      field: { es: said, en: said },
      before: before && valueText(before, locale),
      after: after && valueText(after, locale),
    };
  });
}

/** The same of values by pointer, as the check of a file tells them. */
export function pointersInWords(
  differences: readonly { readonly pointer: string; readonly before?: Json; readonly after?: Json }[],
  locale: DeskLocale,
): readonly Difference[] {
  return differences.map(({ pointer, before, after }) => {
    const steps = parsePointer(pointer) ?? [];
    const said = placeText(steps, pointer, locale);
    return {
      field: { es: said, en: said },
      before: before === undefined ? undefined : textAt(before, steps, locale),
      after: after === undefined ? undefined : textAt(after, steps, locale),
    };
  });
}

function placeText(steps: readonly Step[], pointer: string, { language }: DeskLocale): string {
  if (steps.length === 0) return pointer;
  const { label, above } = placeOf(steps);
  const way = above.map(({ label: own, item }) => [own[language], item?.id].filter(Boolean).join(' '));
  return [...way, label[language]].join(' · ');
}

function textAt(value: Json, steps: readonly Step[], locale: DeskLocale): string {
  const { name, field } = placeOf(steps);
  return valueText(shownValue(value, name, field), locale);
}

function valueText(value: ShownValue, locale: DeskLocale): string {
  switch (value.type) {
    case 'money':
      return formatMoney(value.money, locale);
    case 'date':
      return dateText(value.date, locale);
    case 'code':
      return value.label[locale.language] || codeInWords(value.code, undefined)[locale.language];
    case 'number':
      return formatQuantity(String(value.number));
    case 'flag':
      return value.flag ? locale.desk.differences.yes : locale.desk.differences.no;
    case 'link':
      return value.url;
    case 'text':
      return value.text;
    case 'list':
      return value.values.map((one) => valueText(one, locale)).join(', ');
    case 'document':
      return [value.document.title, value.document.url].filter(Boolean).join(' ');
    case 'object':
      return value.title ?? partsText(value.parts, locale);
  }
}

function partsText(parts: readonly ShownPart[], locale: DeskLocale): string {
  return parts.map(({ label, value }) => `${label[locale.language]}: ${valueText(value, locale)}`).join('; ');
}

function dateText(date: string, locale: DeskLocale): string {
  const day = dayOf(date);
  return day === undefined ? date : formatDay(day, locale);
}
