const SPACES = /[ \t\r\n]+/g;

/** A JSON text without the spaces and line breaks between its parts; numbers and texts stay to the letter. */
export function compactJson(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let open = text.indexOf('"'); open !== -1; open = text.indexOf('"', at)) {
    const end = endOfString(text, open);
    parts.push(text.slice(at, open).replace(SPACES, ''), text.slice(open, end));
    at = end;
  }
  parts.push(text.slice(at).replace(SPACES, ''));
  return parts.join('');
}

/** Where the string that opens at a quotation mark is over. Not a regular expression: long strings exhaust its stack. */
function endOfString(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close !== -1 && isEscaped(text, close)) close = text.indexOf('"', close + 1);
  return close === -1 ? text.length : close + 1;
}

/** After an odd number of backslashes. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === '\\') before--;
  return (at - before) % 2 === 1;
}
