import { isJsonObject, type Json, type JsonObject } from '../json.js';

/** True for what a table cannot tell from a blank cell: null, "", [] and {}. */
export function isEmpty(value: Json | undefined): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (typeof value !== 'object') return false;
  return Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0;
}

/** The value less every null, "", [] and {} in it, also those that become empty by this; `undefined` when none is left. */
export function withoutEmpties(value: Json | undefined): Json | undefined {
  const kept = Array.isArray(value) ? fullElements(value) : isJsonObject(value) ? fullMembers(value) : value;
  return isEmpty(kept) ? undefined : kept;
}

function fullElements(list: readonly Json[]): readonly Json[] {
  return list.map(withoutEmpties).filter((element) => element !== undefined);
}

function fullMembers(object: JsonObject): JsonObject {
  const members = Object.entries(object).map(([name, member]) => [name, withoutEmpties(member)] as const);
  return Object.fromEntries(members.filter(([, member]) => member !== undefined));
}
