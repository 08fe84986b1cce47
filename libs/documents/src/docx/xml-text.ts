/** Text as the content of an XML element; what XML cannot hold is left out. */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Halves of surrogate pairs, non-characters, and control characters but tab and line breaks. */
const PATTERN =
  '(?![\\t\\n\\r])[\\0-\\x1F]|[\\uFFFE\\uFFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]';
const FORBIDDEN = new RegExp(PATTERN, 'g');
