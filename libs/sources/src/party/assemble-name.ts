import { BLANK, type CellValue } from '../cell/cell-value.js';
import { foldText } from '../cell/fold-text.js';
import { isBlankLike } from '../cell/is-blank-like.js';
import { tidyText } from '../cell/tidy-text.js';
import { isJunkName } from './is-junk-name.js';

/** A natural person's name in its parts; columns of their own in the disclosure formats. */
export interface NameParts {
  readonly given?: string;
  /** Primer apellido */
  readonly first?: string;
  /** Segundo apellido; not everybody has one. */
  readonly second?: string;
}

/**
 * A person's name as it is spoken: “Nombre(s) Primer Segundo”. A name that stands in one part alone is left in the order
 * it has (“APELLIDO APELLIDO NOMBRE”), which no rule can tell from the other one.
 */
export function assembleName(parts: NameParts): CellValue<string> {
  const [given, first, second] = [parts.given, parts.first, parts.second].map(partOf);
  const surnames = joined([first, second]);
  const name = given !== '' && surnames !== '' && repeats(given!, surnames) ? given! : joined([given, first, second]);
  if (name === '') return BLANK;
  if (isJunkName(name)) return { rule: 'junk-name' };
  return isWhole(given!, first!) ? { value: name } : { value: name, rule: 'person-name-incomplete' };
}

function partOf(text: string | undefined): string {
  const tidy = tidyText(text ?? '').replaceAll('\n', ' ');
  return isBlankLike(tidy, { zero: true }) ? '' : tidy;
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

/** Whether the column of given names already holds the surnames too. */
function repeats(given: string, surnames: string): boolean {
  return ` ${foldText(given)}`.endsWith(` ${foldText(surnames)}`);
}

function isWhole(given: string, first: string): boolean {
  return given !== '' && (first !== '' || given.includes(' '));
}
