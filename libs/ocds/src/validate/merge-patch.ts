import { isJsonObject, type Json, type JsonObject } from '../json.js';

/**
 * The target with a JSON Merge Patch applied (RFC 7396): members merge, `null` removes, anything else replaces.
 * Neither argument changes. A member called `__proto__` is data like any other.
 */
export function mergePatch(target: JsonObject, patch: JsonObject): JsonObject {
  const members = new Map<string, Json | undefined>(Object.entries(target));
  for (const [name, change] of Object.entries(patch)) {
    if (change === null) members.delete(name);
    else members.set(name, patched(members.get(name), change));
  }
  return Object.fromEntries(members);
}

function patched(current: Json | undefined, change: Json | undefined): Json | undefined {
  return isJsonObject(change) ? mergePatch(isJsonObject(current) ? current : {}, change) : change;
}
