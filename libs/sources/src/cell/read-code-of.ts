import { BLANK, type CellValue } from './cell-value.js';
import { foldText } from './fold-text.js';
import { isBlankLike } from './is-blank-like.js';

/**
 * The code a text stands for in a list of texts and codes, compared without accents, case, punctuation and spaces.
 * What is not in the list is a fault; its text is for the caller to keep.
 */
export function readCodeOf(text: string, codes: ReadonlyMap<string, string>): CellValue<string> {
  const list = listOf(codes);
  const known = list.seen.get(text);
  if (known !== undefined) return known;
  const value = list.keyed.get(keyOf(text));
  const read = value !== undefined ? { value } : isBlankLike(text) ? BLANK : UNKNOWN;
  if (list.seen.size < MOST_SEEN) list.seen.set(text, read);
  return read;
}

const UNKNOWN: CellValue<never> = { rule: 'code-unknown' };

/** Catalogue columns repeat a few texts; a column that is none must not fill the memory. */
const MOST_SEEN = 500;

interface List {
  readonly keyed: ReadonlyMap<string, string>;
  readonly seen: Map<string, CellValue<string>>;
}

const LISTS = new WeakMap<ReadonlyMap<string, string>, List>();

function listOf(codes: ReadonlyMap<string, string>): List {
  const known = LISTS.get(codes);
  if (known) return known;
  const made = { keyed: new Map([...codes].map(([text, code]) => [keyOf(text), code])), seen: new Map() };
  LISTS.set(codes, made);
  return made;
}

function keyOf(text: string): string {
  return foldText(text).replaceAll(' ', '');
}
