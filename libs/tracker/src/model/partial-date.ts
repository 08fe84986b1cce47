import type { CodeOf } from './enumerations.js';

/** A date as precise as its source. */
export interface PartialDate {
  /** ISO days, first and last that it may be. */
  readonly earliest: string;
  readonly latest: string;
  readonly precision: CodeOf<'datePrecision'>;
  /** The words of the source. */
  readonly text?: string;
  /** The source did not say the year. */
  readonly yearInferred?: boolean;
}

/** A date as it is written in seeds: `2018-02-18`, `2017-04`, `2017`, or with the words of the source or a range. */
export type WrittenDate =
  string | { readonly on: string; readonly text?: string; readonly yearInferred?: boolean } | PartialDate;

/** @returns undefined for what is no date: `2018-02-30`, or a range that ends before it begins */
export function readPartialDate(written: WrittenDate): PartialDate | undefined {
  if (typeof written === 'string' || typeof written === 'number') return rangeOf(String(written));
  if ('earliest' in written) return isRange(written) ? written : undefined;
  const { on, ...words } = written;
  const range = rangeOf(String(on));
  return range && { ...range, ...words };
}

/** The day by which something with this date is late: the latest it may mean. */
export function latestDay(date: PartialDate): string {
  return date.latest;
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && dayOf(Date.parse(text)) === text;
}

/** Days from one to another, both ISO days. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

const DAY = 86_400_000;

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

function isRange({ earliest, latest }: PartialDate): boolean {
  return isDay(earliest) && isDay(latest) && earliest <= latest;
}

function rangeOf(on: string): PartialDate | undefined {
  const [year, month, day] = on.split('-');
  if (day !== undefined) return isDay(on) ? { earliest: on, latest: on, precision: 'day' } : undefined;
  if (month === undefined) return { earliest: `${year}-01-01`, latest: `${year}-12-31`, precision: 'year' };
  const earliest = `${on}-01`;
  if (!isDay(earliest)) return undefined;
  return { earliest, latest: dayOf(Date.UTC(Number(year), Number(month), 0)), precision: 'month' };
}
