import type { Json, JsonObject } from '#ocds';

/**
 * One text for equal JSON values: members in code-unit order, no spaces. Two releases that differ only in the order
 * of members or in white space have the same text, and so the same hash.
 */
export function canonicalJson(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) return canonicalObject(value as JsonObject);
  return JSON.stringify(value) ?? 'null';
}

function canonicalObject(object: JsonObject): string {
  const members = Object.keys(object)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(object[name])}`);
  return `{${members.join(',')}}`;
}
