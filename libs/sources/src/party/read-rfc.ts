import { BLANK, type CellValue } from '../cell/cell-value.js';
import { isBlankLike } from '../cell/is-blank-like.js';
import { rfcCheckDigit } from './rfc-check-digit.js';

/** A number of the federal register of taxpayers. */
export interface Rfc {
  /** Without blanks and hyphens, in capitals. */
  readonly rfc: string;
  /** Company, person, or one of the two that stand for anybody. */
  readonly kind: 'moral' | 'fisica' | 'generic';
  /** Whether it identifies someone: it is not generic and its check digit is right. */
  readonly verified: boolean;
}

/**
 * Reads an RFC. A wrong check digit is a warning and the RFC a value all the same, not verified: the tax authority has
 * given out some that break its own rule.
 */
export function readRfc(text: string): CellValue<Rfc> {
  if (isBlankLike(text, { zero: true })) return BLANK;
  const rfc = text
    .toUpperCase()
    .normalize('NFC')
    .replaceAll(/[\s\p{Cf}\p{Pd}._'’*/:]+/gu, '')
    .replace(/^RFC/, '');
  if (GENERIC.has(rfc)) return { value: { rfc, kind: 'generic', verified: false }, rule: 'rfc-generic' };
  const [whole, letters = ''] = SHAPE.exec(rfc) ?? [];
  if (whole === undefined) return { rule: 'rfc-invalid' };
  const kind = letters.length === 3 ? 'moral' : 'fisica';
  const expected = rfcCheckDigit(rfc.slice(0, -1));
  if (rfc.endsWith(expected)) return { value: { rfc, kind, verified: true } };
  return { value: { rfc, kind, verified: false }, rule: 'rfc-check-digit', params: { expected } };
}

/** General public and foreigners (Resolución Miscelánea Fiscal, rule 2.7.1.23). */
const GENERIC: ReadonlySet<string> = new Set(['XAXX010101000', 'XEXX010101000']);

/** Letters of the name, date of birth or incorporation as yymmdd, two characters of the homoclave, check digit. */
const SHAPE =
  /^([A-ZÑ&]{3,4})\d{2}(?:(?:0[13578]|1[02])(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)(?:0[1-9]|[12]\d|30)|02(?:0[1-9]|[12]\d))[A-Z\d]{2}[\dA]$/;
