/**
 * Text as the content of an XML element of a worksheet. What XML cannot hold, and what looks like it, is written
 * `_xHHHH_` (ECMA-376 part 1, 22.9.2.19).
 */
export function xmlText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(SPECIALS, (found) => ENTITIES[found] ?? escapeUnit(found));
}

/** The text back, entities of XML already resolved. */
export function fromEscapes(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    : text;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/** Control characters, halves of surrogate pairs, U+FFFE and U+FFFF; and an underscore that would begin an escape. */
const PATTERN =
  '[&<>\\r]|[\\0-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|' +
  '(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]|_(?=x[0-9A-Fa-f]{4}_)';
const SPECIAL = new RegExp(PATTERN);
const SPECIALS = new RegExp(PATTERN, 'g');

function escapeUnit(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
