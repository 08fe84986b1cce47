import { localDay } from '#tracking';
import type { Frequency } from './alert.js';

const DAY_MS = 86_400_000;

/** The period of a digest, by its first ISO day in Jalisco: the day itself, or the Monday of its week. */
export function periodOf(frequency: Frequency, now: Date): string {
  const day = localDay(now);
  if (frequency === 'daily') return day;
  const at = Date.parse(day);
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - sinceMonday * DAY_MS).toISOString().slice(0, 10);
}
