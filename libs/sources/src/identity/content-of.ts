import { hashText, isJsonObject, type Json, type JsonObject } from '#ocds';

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
  return hashText(objectText(release, HEAD) || '{}');
}

const HEAD: ReadonlySet<string> = new Set(['id', 'date', 'tag']);

/**
 * The content as one text, '' for what says nothing: as `stableHash` writes what `essential` leaves, without making it.
 * This runs for every process of every file.
 */
function contentText(value: Json | undefined): string {
  if (typeof value === 'string') return value.trim() === '' ? '' : JSON.stringify(value);
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return listText(value as readonly Json[]);
  return isJsonObject(value) ? objectText(value) : String(value);
}

function objectText(object: JsonObject, apart?: ReadonlySet<string>): string {
  let text = '';
  for (const name of Object.keys(object).sort()) {
    if (apart?.has(name)) continue;
    const member = contentText(object[name]);
    if (member !== '') text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${member}`;
  }
  return text === '' ? '' : `{${text}}`;
}

function listText(list: readonly Json[]): string {
  const items = list.flatMap((item) => {
    const text = contentText(item);
    return text === '' ? [] : [{ item, text }];
  });
  if (items.length === 0) return '';
  const sorted = items.every(({ item }) => isJsonObject(item) && contentText(item.id) !== '')
    ? items.sort((one, other) => byId(one.item, other.item))
    : items;
  return `[${sorted.map(({ text }) => text).join(',')}]`;
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
