/**
 * Text that a spreadsheet would run as a formula gets an apostrophe in front
 * (https://owasp.org/www-community/attacks/CSV_Injection), and so does text that already looks like that, so that
 * `originalText` gives back just what there was. Signed numbers and telephone numbers compute nothing and stay.
 */
export function harmlessText(text: string): string {
  return !MAY_START.has(text.charCodeAt(0)) || !MARKED.test(text) || SIGNED.test(text) ? text : `'${text}`;
}

export function originalText(text: string): string {
  return text.charCodeAt(0) === APOSTROPHE && MARKED.test(text) ? text.slice(1) : text;
}

const APOSTROPHE = 39;

/** = + - @, tab, line breaks, and the full-width signs that East Asian versions of Excel take for the same. */
const MARKED = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

const MAY_START = new Set([...`'=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20`].map((sign) => sign.charCodeAt(0)));

const SIGNED = /^[+-][\d\s().,+-]*$/;
