/** A date at the precision of its source: `2018`, `2018-01` or `2018-01-18`, as lived in Jalisco. */
export type Day = string;

const DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;
const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|z|[+-]\d{2}:?\d{2})?$/;
const MIDNIGHT_UTC = /^00:00(:00(\.0+)?)?$/;

/** Jalisco has the hour of Mexico City. */
export const ZONE = 'America/Mexico_City';

const dayInMexico = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/**
 * The day of a date text. A moment is told in the zone of Mexico City; midnight UTC to the second is how publishers
 * write a date without an hour and stays on its day. `undefined` when the text is no date.
 */
export function dayOf(value: unknown): Day | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (DATE.test(text)) return text.length < 10 || isCalendarDay(text) ? text : undefined;
  const [, day = '', time = '', zone] = TIME.exec(text) ?? [];
  if (day === '' || !isCalendarDay(day)) return undefined;
  if (zone === undefined || (zone === 'Z' && MIDNIGHT_UTC.test(time))) return day;
  const moment = Date.parse(text.replace(' ', 'T'));
  return Number.isNaN(moment) ? undefined : dayInMexico.format(moment);
}

/** Whole days from one day to another, negative when the second comes first; `undefined` unless both are exact. */
export function daysBetween(from: Day, to: Day): number | undefined {
  if (from.length !== 10 || to.length !== 10) return undefined;
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function isCalendarDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}
