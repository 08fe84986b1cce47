import { BLANK, type CellValue } from './cell-value.js';
import { findBrokenCharacter } from './find-broken-character.js';
import { isBlankLike } from './is-blank-like.js';
import { tidyText } from './tidy-text.js';

export interface TextOptions {
  /** In characters; what is beyond is cut, with a warning. */
  readonly limit?: number;
  /** Takes “N/A” and the like as text, as in a column of notes. */
  readonly keepPlaceholders?: boolean;
}

/** Reads prose: tidied, cut where told. A text with broken letters is a value all the same, with a warning. */
export function readText(text: string, { limit, keepPlaceholders = false }: TextOptions = {}): CellValue<string> {
  const tidy = tidyText(text);
  if (tidy === '' || (!keepPlaceholders && isBlankLike(tidy))) return BLANK;
  if (limit !== undefined && tidy.length > limit) {
    return { value: cutAt(tidy, limit), rule: 'text-too-long', params: { length: tidy.length, limit } };
  }
  const found = findBrokenCharacter(tidy);
  return found === undefined ? { value: tidy } : { value: tidy, rule: 'broken-character', params: { found } };
}

/** Never through the middle of a surrogate pair. */
function cutAt(text: string, limit: number): string {
  const end = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1)) ? limit - 1 : limit;
  return text.slice(0, end).trimEnd();
}
