import { daysBetween, latestDay, type PartialDate } from '../model/partial-date.js';

/** How late something is. */
export interface Delay {
  /** Days after the date that was first promised; 0 when it is in time. */
  readonly sinceOriginal: number;
  /** Days after the date in force. */
  readonly sinceCurrent: number;
  /** A date is less precise than a day: shown with «±». */
  readonly approximate: boolean;
}

interface Dated {
  readonly originalDue?: PartialDate;
  readonly currentDue?: PartialDate;
  readonly metOn?: PartialDate | string;
}

/**
 * Days late on some ISO day, or on the day that it was met. Partial dates count by their latest day.
 *
 * @returns undefined when no date was ever promised
 */
export function delayOf({ originalDue, currentDue, metOn }: Dated, today: string): Delay | undefined {
  const promised = originalDue ?? currentDue;
  const inForce = currentDue ?? originalDue;
  if (!promised || !inForce) return undefined;
  const until = metOn === undefined ? today : typeof metOn === 'string' ? metOn : latestDay(metOn);
  const dates = [promised, inForce, ...(typeof metOn === 'object' ? [metOn] : [])];
  return {
    sinceOriginal: Math.max(0, daysBetween(latestDay(promised), until)),
    sinceCurrent: Math.max(0, daysBetween(latestDay(inForce), until)),
    approximate: dates.some(({ precision }) => precision !== 'day'),
  };
}

/** Not met, and past the date in force. «Atrasada» is this, computed, and no state. */
export function isOverdue(dated: Dated, today: string): boolean {
  return dated.metOn === undefined && (delayOf(dated, today)?.sinceCurrent ?? 0) > 0;
}
