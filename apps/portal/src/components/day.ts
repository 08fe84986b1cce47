import { dayOf } from '#ocds';
import type { Day } from '#ocds';
import { formatDay, formatDeadline } from '../format/day.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import type { Locale } from '../locale.js';

/** A day in running text: `18 ene 2018`. */
export function dayInText(day: Day, locale: Locale): Html {
  return html`<time datetime="${day}">${formatDay(day, locale)}</time>`;
}

/** A day in a column meant for comparison: `2018-01-18`; says so when there is none. */
export function dayInTable(day: Day | undefined, { words }: Locale): Html {
  if (day === undefined) return html`<span class="missing">${words.common.noDate}</span>`;
  return html`<time datetime="${day}">${day}</time>`;
}

/** The day of a date text of the platform or the source, for a table. */
export function dateInTable(date: string | undefined, locale: Locale): Html {
  return dayInTable(dayOf(date), locale);
}

/** When offers end: `15 dic 2026, 14:00 h`, or the day where it lasts until its end. `undefined` when it is no moment. */
export function deadlineInText(moment: string, locale: Locale): Html | undefined {
  const text = formatDeadline(moment, locale);
  return text === undefined ? undefined : html`<time datetime="${moment}">${text}</time>`;
}
