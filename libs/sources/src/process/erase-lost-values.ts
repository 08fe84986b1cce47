import { isJsonObject, type Json, type JsonObject } from '#ocds';

/**
 * What a release says, with an explicit null for each value that the one before it had and it lacks: merging then takes
 * the value away. Left as they are: ids, which the schema never lets be null, objects that have one, and lists, whose
 * items no release can take away; of an item that is in both, its members are looked at.
 * https://standard.open-contracting.org/1.1/en/schema/merging/
 */
export function eraseLostValues(current: JsonObject, previous: JsonObject): JsonObject {
  const erased: Record<string, Json> = {};
  for (const [name, before] of Object.entries(previous)) {
    const value = eraseIn(name, current[name], before);
    if (value !== undefined && value !== current[name]) erased[name] = value;
  }
  return Object.keys(erased).length === 0 ? current : { ...current, ...erased };
}

function eraseIn(name: string, current: Json | undefined, before: Json | undefined): Json | undefined {
  if (before === undefined || before === null) return current;
  if (current === undefined) return nothingOf(name, before);
  if (isJsonObject(current) && isJsonObject(before)) return eraseLostValues(current, before);
  if (Array.isArray(current) && Array.isArray(before)) return eraseInList(current, before);
  return current;
}

function eraseInList(current: readonly Json[], before: readonly Json[]): readonly Json[] {
  const known = new Map(before.flatMap((item) => (isIdentified(item) ? [[item.id, item] as const] : [])));
  const erased = current.map((item) => {
    const earlier = isIdentified(item) ? known.get(item.id) : undefined;
    return earlier === undefined ? item : eraseLostValues(item as JsonObject, earlier);
  });
  return erased.some((item, index) => item !== current[index]) ? erased : current;
}

const NEVER_NULL: ReadonlySet<string> = new Set(['id', 'awardID']);

function nothingOf(name: string, before: Json): Json | undefined {
  if (Array.isArray(before) || NEVER_NULL.has(name) || isIdentified(before)) return undefined;
  if (!isJsonObject(before)) return null;
  const erased = eraseLostValues({}, before);
  return Object.keys(erased).length === 0 ? undefined : erased;
}

function isIdentified(value: Json): value is JsonObject {
  return isJsonObject(value) && value.id !== undefined;
}
