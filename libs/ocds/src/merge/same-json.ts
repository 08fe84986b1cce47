import type { Json, JsonObject } from '../json.js';
import { member } from './members.js';

/** Past this depth two values count as different; that repeats a value and breaks nothing. */
const deepest = 500;

/**
 * True for equal JSON values; the order of members does not count.
 * @param looseBooleans takes true for 1 and false for 0, as Python does.
 */
export function sameJson(one: Json | undefined, other: Json | undefined, looseBooleans = false, depth = 0): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return looseBooleans && sameNumber(one, other);
  }
  if (depth > deepest) return false;
  if (Array.isArray(one)) return Array.isArray(other) && sameLists(one, other, looseBooleans, depth + 1);
  return !Array.isArray(other) && sameObjects(one as JsonObject, other as JsonObject, looseBooleans, depth + 1);
}

function sameLists(one: readonly Json[], other: readonly Json[], looseBooleans: boolean, depth: number): boolean {
  return one.length === other.length && one.every((item, at) => sameJson(item, other[at], looseBooleans, depth));
}

/** for…in as in compileObject. */
function sameObjects(one: JsonObject, other: JsonObject, looseBooleans: boolean, depth: number): boolean {
  let more = 0;
  for (const name in one) {
    if (!sameJson(member(one, name), member(other, name), looseBooleans, depth)) return false;
    more += 1;
  }
  for (const _ in other) more -= 1;
  return more === 0;
}

function sameNumber(one: Json | undefined, other: Json | undefined): boolean {
  const comparable = [one, other].every((value) => typeof value === 'boolean' || typeof value === 'number');
  return comparable && Number(one) === Number(other);
}
