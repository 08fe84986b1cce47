import { isDateTime } from '../validate/is-date-time.js';
import type { Assumption } from './repairs.js';

/** A date-time of RFC 3339, and what of it the text did not say. */
export interface ReadDate {
  readonly text: string;
  readonly assumed: readonly Assumption[];
}

/** Civil time of Jalisco, without summer time (abolished on 2022-10-30). */
const OFFSET = '-06:00';
const YEAR_FIRST = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[Tt ]\s*(.+))?$/;
const DAY_FIRST = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})(?:[Tt ]\s*(.+))?$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(\.\d+)?)?\s*(Z|z|[+-]\d{2}:?\d{2})?$/;

/**
 * Reads a date as people and programs write it in Mexico: year first, or day first with the year in four figures; with
 * or without time, seconds and offset. Months and days are never guessed at: undefined when the text is something else,
 * or a day that does not exist.
 */
export function readDate(text: string): ReadDate | undefined {
  const day = readYearFirst(text) ?? readDayFirst(text);
  const time = day && readTime(day.rest);
  if (!day || !time) return undefined;
  const written = `${day.date}T${time.text}`;
  return isDateTime(written) ? { text: written, assumed: [...day.assumed, ...time.assumed] } : undefined;
}

interface ReadDay {
  readonly date: string;
  readonly rest: string | undefined;
  readonly assumed: readonly Assumption[];
}

function readYearFirst(text: string): ReadDay | undefined {
  const [whole, year, month = '', day = '', rest] = YEAR_FIRST.exec(text) ?? [];
  return whole === undefined ? undefined : { date: `${year}-${two(month)}-${two(day)}`, rest, assumed: [] };
}

function readDayFirst(text: string): ReadDay | undefined {
  const [whole, day = '', month = '', year, rest] = DAY_FIRST.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const isAmbiguous = Number(day) <= 12 && Number(day) !== Number(month);
  return { date: `${year}-${two(month)}-${two(day)}`, rest, assumed: isAmbiguous ? ['day-first'] : [] };
}

function readTime(text: string | undefined): ReadDate | undefined {
  if (text === undefined) return { text: `00:00:00${OFFSET}`, assumed: ['midnight', 'utc-offset'] };
  const [whole, hour = '', minute, second, fraction = '', offset] = TIME.exec(text) ?? [];
  if (whole === undefined) return undefined;
  return {
    text: `${two(hour)}:${minute}:${second ?? '00'}${fraction}${withColon(offset)}`,
    assumed: [...when(second === undefined, 'zero-seconds'), ...when(offset === undefined, 'utc-offset')],
  };
}

function when(missing: boolean, assumption: Assumption): readonly Assumption[] {
  return missing ? [assumption] : [];
}

function withColon(offset: string | undefined): string {
  if (offset === undefined) return OFFSET;
  return offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset.toUpperCase();
}

function two(digits: string): string {
  return digits.padStart(2, '0');
}
