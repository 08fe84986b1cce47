import type { CellFormat } from './cell-formats.js';

const DAY = 86_400;

/** Last second of the year 9999. */
const LAST = 2_958_466;

/**
 * The text of a serial date: days since 1899-12-30, of which the time of day is a part (ECMA-376 part 1, 18.17.4.1).
 * The system of 1900 takes 1900 for a leap year, so its days before March 1 stand one off; that of 1904 begins there.
 *
 * @returns undefined for numbers that are no date, though formatted as one
 */
export function serialDateText(serial: number, format: CellFormat, is1904: boolean): string | undefined {
  if (format === 'number' || !(serial >= 0)) return undefined;
  const seconds = Math.round(serial * DAY);
  if (format === 'time') return serial < LAST ? timeText(seconds) : undefined;
  const days = is1904 ? 1462 : serial < 60 ? 1 : 0;
  if (serial + days >= LAST || (serial < 1 && !is1904)) return undefined;
  const text = new Date((seconds + (days - 25_569) * DAY) * 1000).toISOString();
  return format === 'date' ? text.slice(0, 10) : text.slice(0, 19);
}

/** Hours go past 24 in a lapse of time. */
function timeText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
