import type { Json, JsonObject } from '../json.js';

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
  if (depth > deepest || Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  const [first, second] = [one as JsonObject, other as JsonObject];
  return names.every(
    (name) => Object.hasOwn(second, name) && sameJson(first[name], second[name], looseBooleans, depth + 1),
  );
}

function sameNumber(one: Json | undefined, other: Json | undefined): boolean {
  const comparable = [one, other].every((value) => typeof value === 'boolean' || typeof value === 'number');
  return comparable && Number(one) === Number(other);
}
