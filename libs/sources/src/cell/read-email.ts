import { BLANK, type CellValue } from './cell-value.js';
import { isBlankLike } from './is-blank-like.js';
import { tidyText } from './tidy-text.js';

/** Reads an e-mail address, in lower case: the first, where a cell holds several. */
export function readEmail(text: string): CellValue<string> {
  const tidy = tidyText(text);
  if (isBlankLike(tidy)) return BLANK;
  const value = tidy
    .toLowerCase()
    .split(/[\s,;/<>]+/)
    .map((part) => part.replace(/^mailto:/, ''))
    .find((part) => ADDRESS.test(part));
  return value === undefined ? { rule: 'email-unreadable' } : { value };
}

/** The bounds are those of RFC 5321 §4.5.3.1. */
const ADDRESS = /^[\p{L}\d._%+'-]{1,64}@(?:[\p{L}\d-]{1,63}\.)+\p{L}{2,63}$/u;
