import { BLANK, type CellValue } from './cell-value.js';
import { foldText } from './fold-text.js';
import { isBlankLike } from './is-blank-like.js';

/** Reads yes or no: “Si”, “Sí”, “No”, 1, 0, VERDADERO, FALSO. */
export function readFlag(text: string): CellValue<boolean> {
  const folded = foldText(text);
  const value = FLAGS.get(folded);
  if (value !== undefined) return { value };
  return isBlankLike(folded) ? BLANK : { rule: 'code-unknown' };
}

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ...['si', 's', '1', 'verdadero', 'true', 'yes'].map((word) => [word, true] as const),
  ...['no', 'n', '0', 'falso', 'false'].map((word) => [word, false] as const),
]);
