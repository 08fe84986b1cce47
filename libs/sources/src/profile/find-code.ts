import { foldText } from '../cell/fold-text.js';

/**
 * The code a text stands for in a list of a profile, whose texts are folded and where one that ends with `…` stands for
 * all that begin so. A code may be '': the text is known, and says nothing.
 */
export function findCode(text: string, codes: ReadonlyMap<string, string>): string | undefined {
  const folded = foldText(text);
  const exact = codes.get(folded);
  if (exact !== undefined) return exact;
  for (const [known, code] of codes) if (known.endsWith('…') && folded.startsWith(known.slice(0, -1))) return code;
  return undefined;
}
