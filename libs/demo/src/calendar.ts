import type { Random } from './random.js';

/** Milliseconds since 1970 UTC, as `Date` counts them. */
export type Instant = number;

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Jalisco keeps UTC−06:00 the whole year since October 2022 (Ley de los Husos Horarios, DOF 28-10-2022). */
const OFFSET = 6 * HOUR;

/** Out: RFC 3339 text in Jalisco's time, `2026-03-04T10:15:00-06:00`. */
export function dateTime(instant: Instant): string {
  const local = instant - OFFSET;
  return `${dayText(Math.floor(local / DAY))}T${clockText(local, ':')}-06:00`;
}

/** Out: `20260304T161500Z`, the form that goes into release ids. */
export function compactUtc(instant: Instant): string {
  return `${dayText(Math.floor(instant / DAY)).replaceAll('-', '')}T${clockText(instant, '')}Z`;
}

/** Out: the year it is in Jalisco at that instant. */
export function localYear(instant: Instant): number {
  return new Date(instant - OFFSET).getUTCFullYear();
}

/** Out: midnight in Jalisco, `month` from 1. */
export function localMidnight(year: number, month: number, day: number): Instant {
  return Date.UTC(year, month - 1, day) + OFFSET;
}

/** Out: an office hour (9:00–16:00, to the second) of that day, or of the Monday after when it is a weekend. */
export function officeHour(random: Random, instant: Instant): Instant {
  const dayNumber = Math.floor((instant - OFFSET) / DAY);
  const weekday = (dayNumber + 4) % 7; // day 0, 1 January 1970, was a Thursday
  const shift = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return (dayNumber + shift) * DAY + OFFSET + 9 * HOUR + random.integer(0, 7 * 3600 - 1) * 1000;
}

/** Out: the whole hour it falls in. */
export function wholeHour(instant: Instant): Instant {
  return Math.floor(instant / HOUR) * HOUR;
}

/** Out: an office hour some whole number of days later. */
export function daysLater(random: Random, instant: Instant, from: number, to: number): Instant {
  return Math.max(officeHour(random, instant + random.integer(from, to) * DAY), instant + HOUR);
}

/** A release holds some ten dates out of few thousand days: writing each day once halves the time of generating. */
const writtenDays = new Map<number, string>();

function dayText(dayNumber: number): string {
  const written = writtenDays.get(dayNumber);
  if (written !== undefined) return written;
  const text = new Date(dayNumber * DAY).toISOString().slice(0, 10);
  writtenDays.set(dayNumber, text);
  return text;
}

function clockText(instant: Instant, separator: string): string {
  const second = Math.floor(instant / 1000) % 86_400;
  return [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map(twoDigits).join(separator);
}

function twoDigits(count: number): string {
  return count < 10 ? `0${count}` : `${count}`;
}
