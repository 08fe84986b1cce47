import { hashedText, isJsonObject, sortedNames, type Json, type JsonObject } from '#ocds';

/**
 * What a release says, apart from when and in which release: without its id, date and tag, without what is blank, with
 * lists of identified objects in the order of their ids. Two reports of the same facts have the same content.
 */
export function contentOf(release: JsonObject): JsonObject {
  const { id: _id, date: _date, tag: _tag, ...content } = release;
  return (essential(content) ?? {}) as JsonObject;
}

/** The content as 16 hexadecimal digits. */
export function contentHashOf(release: JsonObject): string {
  hashedText.begin();
  if (!writeObject(release, HEAD)) hashedText.plain('{}');
  return hashedText.digest();
}

const HEAD: ReadonlySet<string> = new Set(['id', 'date', 'tag']);

/**
 * Writes the content as `stableHash` writes what `essential` leaves, without making it: this runs for every process of
 * every file.
 *
 * @returns whether it says anything; if not, nothing is written
 */
function writeContent(value: Json | undefined): boolean {
  if (isJsonObject(value)) return writeObject(value);
  if (!saysSomething(value)) return false;
  if (typeof value === 'string') hashedText.quoted(value);
  else if (Array.isArray(value)) writeList(value as readonly Json[]);
  else hashedText.plain(String(value));
  return true;
}

function saysSomething(value: Json | undefined): boolean {
  if (typeof value === 'string') return isSaid(value);
  if (typeof value !== 'object') return value !== undefined;
  if (value === null) return false;
  if (Array.isArray(value)) return (value as readonly Json[]).some(saysSomething);
  for (const name in value) if (saysSomething((value as JsonObject)[name])) return true;
  return false;
}

/** The first sign settles nearly every case. */
function isSaid(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first > 32 && first < 127) || text.trim() !== '';
}

function writeObject(object: JsonObject, apart?: ReadonlySet<string>): boolean {
  let before = '{';
  for (const name of sortedNames(object)) {
    if (apart?.has(name)) continue;
    const start = hashedText.length;
    hashedText.plain(before);
    hashedText.quoted(name);
    hashedText.plain(':');
    if (writeContent(object[name])) before = ',';
    else hashedText.cut(start);
  }
  if (before === '{') return false;
  hashedText.plain('}');
  return true;
}

function writeList(list: readonly Json[]): void {
  const items = list.filter(saysSomething);
  const known = items.length > 1 && items.every((item) => isJsonObject(item) && saysSomething(item.id));
  if (known) items.sort(byId);
  let before = '[';
  for (const item of items) {
    hashedText.plain(before);
    writeContent(item);
    before = ',';
  }
  hashedText.plain(']');
}

/** Whether two releases say the same. */
export function sameContent(current: JsonObject, previous: JsonObject): boolean {
  return contentHashOf(current) === contentHashOf(previous);
}

/** Undefined for what says nothing: null, blank text, empty lists and objects. */
export function essential(value: Json | undefined): Json | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (Array.isArray(value)) return essentialList(value as readonly Json[]);
  return isJsonObject(value) ? essentialObject(value) : value;
}

function essentialObject(object: JsonObject): JsonObject | undefined {
  const members = Object.entries(object).flatMap(([name, value]): [string, Json][] => {
    const kept = essential(value);
    return kept === undefined ? [] : [[name, kept]];
  });
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

function essentialList(list: readonly Json[]): readonly Json[] | undefined {
  const items = list.map(essential).filter((item) => item !== undefined);
  if (items.length === 0) return undefined;
  return items.every(hasId) ? items.toSorted(byId) : items;
}

function hasId(item: Json): boolean {
  return isJsonObject(item) && item.id !== undefined;
}

function byId(one: Json, other: Json): number {
  const [left, right] = [one, other].map((item) => String((item as JsonObject).id)) as [string, string];
  return left < right ? -1 : left > right ? 1 : 0;
}
