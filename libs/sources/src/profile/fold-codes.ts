import { foldText } from '../cell/fold-text.js';

/** Codes are looked up by their folded text; one that ends with `…` stands for all that begin so. */
export function foldCodes(list: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(list).map(([text, code]) => [foldText(text) + (text.endsWith('…') ? '…' : ''), code]));
}
