import { type Day, dayOf, ZONE } from './day.js';

const WITHOUT_HOUR = /^\d{4}-\d{2}-\d{2}(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|z|[+-]\d{2}:?\d{2})?)?$/;
/** The last second of a day in Jalisco, as hours of the next day in UTC: with and without summer time. */
const ENDS = ['05:59:59', '04:59:59'];
const DAY_MS = 86_400_000;

const inJalisco = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  dateStyle: 'short',
  timeStyle: 'medium',
});

/**
 * When offers end. A day without an hour, which publishers write as midnight too, lasts until its end in Jalisco: who takes
 * it for its beginning closes a tender a day early. The value itself where it tells an hour or is no date.
 */
export function deadlineOf(value: string): string {
  const day = WITHOUT_HOUR.test(value.trim()) ? dayOf(value.trim().slice(0, 10)) : undefined;
  if (day === undefined) return value;
  const next = new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
  return ENDS.map((end) => `${next}T${end}Z`).find((moment) => dayOf(moment) === day) ?? value;
}

/** A deadline as a clock in Jalisco tells it; without an hour where it lasts until the end of its day. */
export interface LocalDeadline {
  readonly day: Day;
  /** `14:00` */
  readonly hour?: string;
}

/** `undefined` when it is no moment. A moment at midnight UTC is one: here it is six in the evening. */
export function localDeadline(moment: string): LocalDeadline | undefined {
  const milliseconds = Date.parse(moment);
  if (Number.isNaN(milliseconds)) return undefined;
  const [day = '', time = ''] = inJalisco.format(milliseconds).split(' ');
  return time === '23:59:59' ? { day } : { day, hour: time.slice(0, 5) };
}
