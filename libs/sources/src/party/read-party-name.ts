import { BLANK, type CellValue } from '../cell/cell-value.js';
import { isBlankLike } from '../cell/is-blank-like.js';
import { readText } from '../cell/read-text.js';
import { isJunkName } from './is-junk-name.js';

/** Reads the name of an organisation or person on one line, as it is written. */
export function readPartyName(text: string): CellValue<string> {
  if (isBlankLike(text, { zero: true })) return BLANK;
  if (isJunkName(text)) return { rule: 'junk-name' };
  return readText(text.replaceAll(/\s+/g, ' '));
}
