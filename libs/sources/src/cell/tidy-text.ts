/**
 * A text without padding: blanks of any kind are single spaces, line ends are `\n`, and characters that neither print
 * nor can be stored are gone.
 */
export function tidyText(text: string): string {
  if (!UNTIDY.test(text)) return text;
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(UNPRINTABLE, '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** Control characters but tab and line end, invisible marks of direction and width, the byte order mark. */
// oxlint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g;

/** Most cells have nothing of it. */
// oxlint-disable-next-line no-control-regex
const UNTIDY = /[\u0000-\u001F\u007F\u00A0\u00AD\u1680\u2000-\u200F\u2028-\u202F\u205F-\u2064\u3000\uFEFF]| {2}|^ | $/;
