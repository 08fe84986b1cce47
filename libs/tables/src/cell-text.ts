import type { ColumnType, Json } from '#ocds';

/** The text of a cell that is not blank, as the column's type wants it; `cellFromText` reads it back. */
export function cellText(value: Json, type: ColumnType): string {
  if (type === 'any') return typeof value === 'string' ? textAmongOthers(value) : JSON.stringify(value);
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? listText(value) : String(value);
}

/** The value back. Text that does not fit the type stays text: someone wrote it into the table. */
export function cellFromText(text: string, type: ColumnType): Json {
  if (type === 'string') return text;
  if (type === 'number') return numberOr(text, text);
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (type === 'any') return JSON_TEXT.test(text) ? parseOr(text, text) : text;
  if (text.startsWith('[')) return parseOr(text, [text]);
  const parts = text.split(';');
  return type === 'strings' ? parts : parts.map((part) => numberOr(part, part));
}

/** What would be read as JSON if it stood without quotes. */
const JSON_TEXT = /^(?:[[{"]|-?\d|true$|false$|null$)/;

function textAmongOthers(text: string): string {
  return JSON_TEXT.test(text) ? JSON.stringify(text) : text;
}

/** Joined by ";" as flatten-tool does; as JSON where that could not be taken apart again. */
function listText(list: readonly Json[]): string {
  const joined = list.join(';');
  const isPlain = !joined.startsWith('[') && (list.length === 1 ? !joined.includes(';') : !list.some(hasSemicolon));
  return isPlain ? joined : JSON.stringify(list);
}

function hasSemicolon(value: Json): boolean {
  return typeof value === 'string' && value.includes(';');
}

function numberOr(text: string, otherwise: Json): Json {
  const number = Number(text);
  return text.trim() !== '' && Number.isFinite(number) ? number : otherwise;
}

function parseOr(text: string, otherwise: Json): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return otherwise;
  }
}
