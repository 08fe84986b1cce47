import type { CodeOf, PartialDate, Quantity } from '#tracker';
import { formatDay } from '../../format/day.js';
import { formatMoney } from '../../format/money.js';
import { formatCount } from '../../format/number.js';
import { fillText } from '../../fill.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { recorded, termOf, type TrackerLocale } from '../tracker-locale.js';

/** A date as precise as its source, with the words of the source where they say less. */
export function partialDay(date: PartialDate, locale: TrackerLocale): Html {
  const { text, yearInferred } = date;
  const inferred = yearInferred && locale.tracker.said.yearInferred;
  const quote = text !== undefined && date.precision !== 'day' && yearInferred ? html`«${recorded(text, locale)}»` : '';
  const aside = [quote, inferred].filter(Boolean);
  return html`${spanOf(date, locale)}${aside.length > 0 && html` <span class="aside-inline">(${aside.map((one, n) => html`${n > 0 && '; '}${one}`)})</span>`}`;
}

/** The same, as plain text without the words of the source. */
export function partialDayText({ earliest, latest, precision }: PartialDate, locale: TrackerLocale): string {
  if (precision === 'day') return formatDay(earliest, locale);
  if (precision === 'month') return formatDay(earliest.slice(0, 7), locale);
  if (precision === 'year') return earliest.slice(0, 4);
  return fillText(locale.tracker.said.between, { from: formatDay(earliest, locale), to: formatDay(latest, locale) });
}

function spanOf(date: PartialDate, locale: TrackerLocale): Html {
  const text = partialDayText(date, locale);
  if (date.precision === 'day') return html`<time datetime="${date.earliest}">${text}</time>`;
  if (date.precision === 'month') return html`<time datetime="${date.earliest.slice(0, 7)}">${text}</time>`;
  return html`${text}`;
}

/** A number as it was said: «más de 30» is no 30. */
export function quantity(said: Quantity, locale: TrackerLocale): Html {
  const { text } = said;
  const figure = quantityText(said, locale);
  return html`${figure}${text !== undefined && text !== figure && html` <span class="aside-inline">(${locale.tracker.said.inSource}: «${recorded(text, locale)}»)</span>`}`;
}

export function quantityText({ value, qualifier, measure }: Quantity, locale: TrackerLocale): string {
  const figure =
    measure === 'MXN'
      ? formatMoney({ amount: String(value), currency: 'MXN' }, locale)
      : `${formatCount(value)} ${termOf('quantityMeasure', measure, locale)}`;
  const before: Readonly<Record<string, string>> = locale.tracker.said.before;
  return `${before[qualifier] ?? ''}${figure}`;
}

/** What is absent, with its reason. */
export function absent(reason: CodeOf<'nullReason'> | undefined, locale: TrackerLocale): Html {
  return html`<span class="missing">${termOf('nullReason', reason ?? 'no_reportado', locale)}</span>`;
}

/** A value, or why there is none. */
export function orAbsent(
  value: Child,
  item: { readonly nulls: Readonly<Record<string, CodeOf<'nullReason'>>> },
  field: string,
  locale: TrackerLocale,
): Child {
  return value === undefined || value === '' ? absent(item.nulls[field], locale) : value;
}
