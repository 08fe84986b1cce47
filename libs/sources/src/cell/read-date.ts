import { isBlankLike } from './is-blank-like.js';
import { BLANK, type CellValue } from './cell-value.js';
import { findDay, type FoundDay } from './find-day.js';
import { findTime, type FoundTime } from './find-time.js';
import { tidyText } from './tidy-text.js';

/** A date as RFC 3339, and how much of it the source says. */
export interface CellDate {
  readonly iso: string;
  readonly precision: DatePrecision;
}

export type DatePrecision = 'day' | 'minute' | 'second';

export interface DateOptions {
  /** The last year that can be meant: next year, seen from the day the file was received. */
  readonly latestYear: number;
}

/**
 * Reads a date of a spreadsheet as the civil time of Jalisco.
 *
 * Year first, or day first with a year of four figures, or with the month in Spanish, or a spreadsheet's serial number;
 * with or without time. Never guessed at: years of two figures, month before day, and months without a day are faults.
 * Midnight, in whatever zone, is a day without time: it is what programs print for one, and moving it between zones
 * would make it the day before. A zone that is written beside another time is kept.
 */
export function readDate(text: string, { latestYear }: DateOptions): CellValue<CellDate> {
  const tidy = tidyText(text).replace(/^['’]/, '');
  if (isBlankLike(tidy, { zero: true })) return BLANK;
  const day = findDay(tidy);
  const time = day && findTime(day.rest);
  if (!day || !time) return { rule: 'date-unreadable' };
  const year = Number(day.date.slice(0, 4));
  if (year < EARLIEST_YEAR || year > latestYear) {
    return { rule: 'date-out-of-range', params: { earliest: EARLIEST_YEAR, latest: latestYear } };
  }
  return { value: written(day, time) };
}

const EARLIEST_YEAR = 1990;

const MIDNIGHT = '00:00:00';

/** Jalisco's, without the summer time of before 2022-10-30: sources do not say which clock they mean. */
const OFFSET = '-06:00';

function written({ date }: FoundDay, { clock, precision, zone }: FoundTime): CellDate {
  if (clock === MIDNIGHT) return { iso: `${date}T00:00:00${OFFSET}`, precision: 'day' };
  return { iso: `${date}T${clock}${zone ?? OFFSET}`, precision };
}
