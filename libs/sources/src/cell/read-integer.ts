import { BLANK, type CellValue } from './cell-value.js';
import { readDecimal } from './read-decimal.js';

/** Reads a whole number: a count, a year, the number of child rows. “3.0” is 3; “3.5” is none. */
export function readInteger(text: string): CellValue<number> {
  const { value, rule } = readDecimal(text);
  if (rule !== undefined) return { rule };
  if (value === undefined) return BLANK;
  return value.includes('.') ? { rule: 'number-unreadable' } : { value: Number(value) };
}
