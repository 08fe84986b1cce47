import { codeInWords, dayOf, type ShownPart, type ShownValue } from '#ocds';
import { formatDay } from '../format/day.js';
import { formatMoney } from '../format/money.js';
import { formatQuantity } from '../format/number.js';
import type { Locale } from '../locale.js';

/** A value of a release as its reader would say it. */
export function valueInWords(value: ShownValue, locale: Locale): string {
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
      return value.flag ? locale.words.changes.yes : locale.words.changes.no;
    case 'link':
      return value.url;
    case 'text':
      return value.text;
    case 'list':
      return value.values.map((one) => valueInWords(one, locale)).join(', ');
    case 'document':
      return [value.document.title, value.document.url].filter(Boolean).join(' ');
    case 'object':
      return value.title ?? partsText(value.parts, locale);
  }
}

function partsText(parts: readonly ShownPart[], locale: Locale): string {
  return parts.map(({ label, value }) => `${label[locale.language]}: ${valueInWords(value, locale)}`).join('; ');
}

function dateText(date: string, locale: Locale): string {
  const day = dayOf(date);
  return day === undefined ? date : formatDay(day, locale);
}
