/** A text of somebody else's as part of one line of a mail: no break, no control or direction character, not too long. */
export function oneLine(text: string, most = 200): string {
  const clean = text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return clean.length <= most ? clean : `${clean.slice(0, most - 1).toWellFormed()}…`;
}
