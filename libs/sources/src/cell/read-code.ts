import { BLANK, type CellValue } from './cell-value.js';
import { isBlankLike } from './is-blank-like.js';
import { tidyText } from './tidy-text.js';

export interface CodeOptions {
  readonly upperCase?: boolean;
}

/**
 * Reads a code or number that names something: without the apostrophes and the `="…"` that keep a spreadsheet program
 * from taking it for a number.
 */
export function readCode(text: string, { upperCase = false }: CodeOptions = {}): CellValue<string> {
  const bare = tidyText(
    tidyText(text)
      .replace(/^="(.*)"$/s, '$1')
      .replace(/^['’`´]+/, '')
      .replaceAll('\n', ' '),
  );
  if (isBlankLike(bare)) return BLANK;
  return { value: upperCase ? bare.toUpperCase() : bare };
}
