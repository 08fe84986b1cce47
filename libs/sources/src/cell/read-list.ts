import { BLANK, type CellValue } from './cell-value.js';
import { isBlankLike } from './is-blank-like.js';
import { tidyText } from './tidy-text.js';

/** Reads the texts of a cell that holds several; by default apart by semicolons, bars or lines. Each once. */
export function readList(text: string, separators: RegExp = /[;|\n]/): CellValue<readonly string[]> {
  const parts = tidyText(text).split(separators).map(tidyText);
  const texts = new Set(parts.filter((part) => !isBlankLike(part)));
  return texts.size === 0 ? BLANK : { value: [...texts] };
}
