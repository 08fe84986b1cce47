import { BLANK, type CellValue } from './cell-value.js';
import { isBlankLike } from './is-blank-like.js';
import { tidyText } from './tidy-text.js';

/**
 * Reads the web addresses of a cell, apart by blanks, commas, semicolons or lines; each once, as the URI syntax wants
 * them (blanks and accents inside are percent-encoded; https where an address begins with `www.`).
 * When one of them is none, the others are a value all the same.
 */
export function readUrls(text: string): CellValue<readonly string[]> {
  if (READY.test(text)) return { value: [text] };
  const tidy = tidyText(text);
  if (isBlankLike(tidy, { zero: true })) return BLANK;
  const parts = tidy.split(BETWEEN).filter((part) => part !== '');
  const urls = parts.map(urlOf);
  const value = [...new Set(urls.filter((url) => url !== undefined))];
  return { ...(value.length > 0 && { value }), ...(urls.includes(undefined) && { rule: 'url-unreadable' as const }) };
}

/** As most are: one address that needs nothing. */
const READY = /^https?:\/\/[a-z\d-]+(?:\.[a-z\d-]+)+\/[A-Za-z\d\-_~/?#&=]*(?:\.[A-Za-z\d\-_~/?#&=]+)*$/;

/**
 * Not inside an address that carries another one: a separator must stand before it. Runs of separators are tried from
 * their beginning only: else a long one costs quadratic time.
 */
const BETWEEN = /(?<![\s,;|])[\s,;|]+(?:(?=https?:|www\.)|$)/i;

/** https://url.spec.whatwg.org/ ; only addresses of the web, on hosts with a dot in their name. */
function urlOf(text: string): string | undefined {
  const address = /^www\./i.test(text) ? `https://${text}` : text;
  if (!/^https?:\/\/[^/]/i.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return /[^.]\.[^.]/.test(url.hostname) && url.username === '' ? asciiOnly(url.href) : undefined;
}

/** What the URL standard leaves and RFC 3986 does not allow. */
function asciiOnly(href: string): string {
  return href.replaceAll(/[|^`{}"\\<>[\]]/g, (character) => encodeURIComponent(character));
}
