import type { Decimal } from '#ocds';
import { BLANK, type CellValue } from './cell-value.js';
import { isBlankLike } from './is-blank-like.js';
import { readNumeral } from './read-numeral.js';
import { tidyText } from './tidy-text.js';

/** Reads a quantity, share or rate as exact decimal text; a percent sign is dropped, not applied. */
export function readDecimal(text: string): CellValue<Decimal> {
  const tidy = tidyText(text).replace(/^['’]/, '').replace(/ ?%$/, '');
  if (isBlankLike(tidy)) return BLANK;
  const value = readNumeral(tidy);
  return value === undefined ? { rule: 'number-unreadable' } : { value };
}
