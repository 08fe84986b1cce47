import { isJsonObject, type Json, type JsonObject } from '#ocds';

/** Where an object stands. */
export interface Place {
  /** Members from the top, without positions: `tender/documents`; empty for the release itself. */
  readonly path: string;
  /** JSON Pointer. */
  readonly pointer: string;
}

/** Gives the object changed, or the same one. */
export type Edit = (object: JsonObject, place: Place) => JsonObject;

/** Deeper data stays as it is: no OCDS field lies below 10. It also bounds the stack. */
const DEEPEST = 64;

/**
 * Has each edit, in their order, see every object of a release: an object before what is in it. What nobody changed is
 * shared with the release given.
 */
export function editObjects(release: JsonObject, edits: readonly Edit[]): JsonObject {
  return editObject(release, { path: '', pointer: '' }, edits, 0);
}

function editObject(object: JsonObject, place: Place, edits: readonly Edit[], depth: number): JsonObject {
  if (depth > DEEPEST) return object;
  const edited = edits.reduce((current, edit) => edit(current, place), object);
  const members = Object.entries(edited).map(([name, value]): [string, Json | undefined] => [
    name,
    value === undefined ? undefined : editValue(value, memberAt(place, name), edits, depth + 1),
  ]);
  return members.every(([name, value]) => value === edited[name]) ? edited : Object.fromEntries(members);
}

function editValue(value: Json, place: Place, edits: readonly Edit[], depth: number): Json {
  if (isJsonObject(value)) return editObject(value, place, edits, depth);
  if (!Array.isArray(value)) return value;
  const items = value.map((item: Json, position) =>
    isJsonObject(item)
      ? editObject(item, { path: place.path, pointer: `${place.pointer}/${position}` }, edits, depth)
      : item,
  );
  return items.every((item, position) => item === value[position]) ? value : items;
}

/** The place of a member of the object at a place. */
export function memberAt({ path, pointer }: Place, name: string): Place {
  return { path: path === '' ? name : `${path}/${name}`, pointer: `${pointer}/${escaped(name)}` };
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
