import { expectations, type Expected } from './expected.js';
import {
  BACKSLASH,
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  isBlank,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
} from './json-bytes.js';

/** The first byte at which a text stops being JSON, and what JSON wants there. */
export interface SyntaxFault {
  readonly at: number;
  readonly expected: (typeof expectations)[Expected];
}

/**
 * Where `bytes` stop being one JSON value (RFC 8259), or undefined when they are one. It exists for the place:
 * `JSON.parse` says whether a text is JSON but, on some engines, not where it fails. Strings are not checked as UTF-8.
 */
export function findSyntaxFault(bytes: Uint8Array): SyntaxFault | undefined {
  const text: Text = { bytes, at: 0 };
  const missing = readValue(text) ?? (skipBlanks(text) === undefined ? undefined : 'end');
  return missing && { at: text.at, expected: expectations[missing] };
}

interface Text {
  readonly bytes: Uint8Array;
  at: number;
}

/** What was missing at `text.at`; undefined when all was right. */
type Missing = Expected | undefined;

const LITERALS = ['true', 'false', 'null'].map((word) => Buffer.from(word));
const ESCAPES = new Set(Buffer.from('"\\/bfnrt'));
const DIGITS = new Set(Buffer.from('0123456789'));
const HEXADECIMAL = new Set(Buffer.from('0123456789abcdefABCDEF'));
const [MINUS, PLUS, DOT, ZERO, LOWER_E, UPPER_E, LOWER_U] = Buffer.from('-+.0eEu');

function readValue(text: Text): Missing {
  const byte = skipBlanks(text);
  if (byte === OPEN_OBJECT) return readList(text, CLOSE_OBJECT, readMember, 'comma-or-object-end');
  if (byte === OPEN_ARRAY) return readList(text, CLOSE_ARRAY, readValue, 'comma-or-array-end');
  if (byte === QUOTE) return readString(text);
  if (byte === MINUS || DIGITS.has(byte!)) return readNumber(text);
  return readLiteral(text);
}

function readList(text: Text, close: number, readItem: (text: Text) => Missing, wanted: Expected): Missing {
  text.at++;
  if (skipBlanks(text) === close) return take(text);
  const first = close === CLOSE_OBJECT && text.bytes[text.at] !== QUOTE ? 'member-or-end' : undefined;
  for (;;) {
    const missing = first ?? readItem(text);
    if (missing) return missing;
    const next = skipBlanks(text);
    if (next === close) return take(text);
    if (next !== COMMA) return wanted;
    text.at++;
  }
}

function readMember(text: Text): Missing {
  if (skipBlanks(text) !== QUOTE) return 'member';
  const missing = readString(text);
  if (missing) return missing;
  if (skipBlanks(text) !== COLON) return 'colon';
  text.at++;
  return readValue(text);
}

function readString(text: Text): Missing {
  for (text.at++; ; text.at++) {
    const byte = text.bytes[text.at];
    if (byte === undefined) return 'quote';
    if (byte < 0x20) return 'no-control-character';
    if (byte === QUOTE) return take(text);
    const missing = byte === BACKSLASH ? readEscape(text) : undefined;
    if (missing) return missing;
  }
}

/** Leaves `at` on the last byte of the escape. */
function readEscape(text: Text): Missing {
  const byte = text.bytes[++text.at];
  if (byte !== LOWER_U) return ESCAPES.has(byte!) ? undefined : 'escape';
  for (let digit = 0; digit < 4; digit++) {
    if (!HEXADECIMAL.has(text.bytes[++text.at]!)) return 'hexadecimal';
  }
  return undefined;
}

function readNumber(text: Text): Missing {
  if (text.bytes[text.at] === MINUS) text.at++;
  if (text.bytes[text.at] === ZERO) text.at++;
  else if (readDigits(text)) return 'digit';
  if (text.bytes[text.at] === DOT) {
    text.at++;
    if (readDigits(text)) return 'digit';
  }
  const exponent = text.bytes[text.at];
  if (exponent !== LOWER_E && exponent !== UPPER_E) return undefined;
  const sign = text.bytes[++text.at];
  if (sign === MINUS || sign === PLUS) text.at++;
  return readDigits(text);
}

function readDigits(text: Text): Missing {
  if (!DIGITS.has(text.bytes[text.at]!)) return 'digit';
  while (DIGITS.has(text.bytes[text.at]!)) text.at++;
  return undefined;
}

function readLiteral(text: Text): Missing {
  const found = LITERALS.find((word) => word.every((byte, index) => text.bytes[text.at + index] === byte));
  if (!found) return 'value';
  text.at += found.length;
  return undefined;
}

function take(text: Text): undefined {
  text.at++;
  return undefined;
}

/** The next byte that is not blank, which stays; undefined at the end. */
function skipBlanks(text: Text): number | undefined {
  while (text.at < text.bytes.length && isBlank(text.bytes[text.at]!)) text.at++;
  return text.bytes[text.at];
}
