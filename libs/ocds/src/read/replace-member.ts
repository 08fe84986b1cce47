/**
 * The text of a JSON object with the value of one member replaced, or the member added in front, and every other
 * character as it was: numbers keep digits that a round trip through `JSON.parse` would lose. Where the member stands
 * more than once the last is replaced, which is the one `JSON.parse` reads.
 *
 * @param text a JSON object, known to be valid
 * @param value JSON text
 */
export function replaceMember(text: string, name: string, value: string): string {
  const span = lastValueOf(text, name);
  if (span) return text.slice(0, span.start) + value + text.slice(span.end);
  const open = text.indexOf('{') + 1;
  const separator = text.slice(open).trimStart().startsWith('}') ? '' : ',';
  return `${text.slice(0, open)}${JSON.stringify(name)}:${value}${separator}${text.slice(open)}`;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function lastValueOf(text: string, name: string): Span | undefined {
  let found: Span | undefined;
  let depth = 0;
  let lastString = '';
  let colon: number | undefined;
  for (const { start, end } of tokensOf(text)) {
    const token = text[start]!;
    const closes = token === '}' || token === ']';
    if (depth === 1 && colon !== undefined && (closes || token === ',')) {
      found = withoutBlanks(text, colon + 1, start);
      colon = undefined;
    }
    if (closes) depth--;
    else if (token === '{' || token === '[') depth++;
    else if (token === '"' && depth === 1) lastString = text.slice(start, end);
    else if (token === ':' && depth === 1 && JSON.parse(lastString) === name) colon = start;
  }
  return found;
}

/** Strings, brackets, commas and colons: all that is needed to tell the members of a valid object apart. */
function* tokensOf(text: string): Generator<Span> {
  const marks = /["[\]{},:]/g;
  for (let found = marks.exec(text); found; found = marks.exec(text)) {
    const start = found.index;
    const end = found[0] === '"' ? endOfString(text, start) : start + 1;
    yield { start, end };
    marks.lastIndex = end;
  }
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; ; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
}

function withoutBlanks(text: string, from: number, to: number): Span {
  const value = text.slice(from, to);
  const start = from + value.length - value.trimStart().length;
  return { start, end: start + value.trim().length };
}
