/**
 * True when a JSON text holds, escaped, U+0000 or half of a surrogate pair: RFC 8259 allows them, I-JSON (RFC 7493 §2.1)
 * does not, and PostgreSQL can keep them neither in `text` nor in `jsonb`.
 */
export function hasUnstorableText(text: string): boolean {
  if (!text.includes('\\u') || !SUSPECT.test(text)) return false;
  let awaited = -1; // where the second half of a pair must stand
  for (const { 0: escape, 1: digits, index } of text.matchAll(ESCAPES)) {
    const unit = digits === undefined ? 0x20 : Number.parseInt(digits, 16);
    const isLow = unit >= 0xdc00 && unit <= 0xdfff;
    if (unit === 0 || isLow !== (awaited === index)) return true;
    awaited = unit >= 0xd800 && unit <= 0xdbff ? index + escape.length : -1;
    if (awaited >= 0 && text[awaited] !== '\\') return true;
  }
  return false;
}

const SUSPECT = /\\u(?:0000|d[89a-f])/i;
const ESCAPES = /\\(?:u([0-9a-f]{4})|.)/gi;
