import type { DatePrecision } from './read-date.js';

/** A time of day, as the text after a date says it. */
export interface FoundTime {
  /** HH:mm:ss */
  readonly clock: string;
  readonly precision: DatePrecision;
  /** Offset of RFC 3339, where one is written. */
  readonly zone?: string;
}

/** Finds the time of day that a text is; blank is midnight. Undefined when it is something else. */
export function findTime(text: string): FoundTime | undefined {
  if (text === '') return { clock: '00:00:00', precision: 'day' };
  const [whole, hour = '', minute, second, half = '', zone] = TIME.exec(text) ?? [];
  const hours = whole === undefined ? undefined : hourOf(Number(hour), half.charAt(0).toLowerCase());
  if (hours === undefined) return undefined;
  return {
    clock: `${String(hours).padStart(2, '0')}:${minute}:${second ?? '00'}`,
    precision: second === undefined ? 'minute' : 'second',
    ...(zone !== undefined && { zone: zoneOf(zone) }),
  };
}

const TIME =
  /^(\d{1,2}):([0-5]\d)(?::([0-5]\d)(?:[.,]\d+)?)?(?: ?([ap]) ?\.? ?m\.?)?(?: ?(?:horas|hrs?\.?|h\.?))?(?: ?(Z|GMT|UTC|[+-]\d{2}:?[0-5]\d))?$/i;

/** On the clock of 24 hours; undefined past 23, or past 12 beside “a. m.” or “p. m.” */
function hourOf(hour: number, half: string): number | undefined {
  if (half === '') return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

function zoneOf(zone: string): string {
  if (/^[a-z]/i.test(zone)) return 'Z';
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}
