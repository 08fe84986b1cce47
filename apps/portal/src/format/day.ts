import { type Day, localDeadline } from '#ocds';
import { fillText } from '../fill.js';
import type { Locale } from '../locale.js';

/** `18 ene 2018`, or as much of it as is known. */
export function formatDay(day: Day, { words }: Locale): string {
  const [year = '', month, date] = day.split('-');
  const name = month === undefined ? undefined : words.months[Number(month) - 1];
  return [date === undefined ? undefined : String(Number(date)), name, year].filter(Boolean).join(' ');
}

/** `15 dic 2026, 14:00 h`, or the day alone where offers are taken until its end; undefined when it is no moment. */
export function formatDeadline(moment: string, locale: Locale): string | undefined {
  const deadline = localDeadline(moment);
  const day = deadline && formatDay(deadline.day, locale);
  if (day === undefined || deadline?.hour === undefined) return day;
  return fillText(locale.words.common.dayAndHour, { day, hour: deadline.hour });
}
