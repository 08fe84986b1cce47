import type { Day } from '#ocds';
import type { Locale } from '../locale.js';

/** `18 ene 2018`, or as much of it as is known. */
export function formatDay(day: Day, { words }: Locale): string {
  const [year = '', month, date] = day.split('-');
  const name = month === undefined ? undefined : words.months[Number(month) - 1];
  return [date === undefined ? undefined : String(Number(date)), name, year].filter(Boolean).join(' ');
}
