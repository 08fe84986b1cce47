import type { Json, JsonObject } from '../json.js';
import { hashedText } from './hashed-text.js';
import { sortedNames } from './sorted-names.js';

/**
 * A short name for a JSON value: 16 hexadecimal digits, the same for equal values whatever the order of their members,
 * today and anywhere. It tells the few entries of a list apart and is no protection against forgery.
 */
export function stableHash(value: Json): string {
  hashedText.begin();
  writeCanonical(value, 0);
  return hashedText.digest();
}

/** Deeper values are cut: no OCDS field lies below 10, and the stack has an end. */
const DEEPEST = 64;

function writeCanonical(value: Json | undefined, depth: number): void {
  if (typeof value === 'string') return hashedText.quoted(value);
  if (typeof value !== 'object' || value === null) return hashedText.plain(JSON.stringify(value ?? null));
  if (depth > DEEPEST) return hashedText.quoted('…');
  if (Array.isArray(value)) writeList(value as readonly Json[], depth);
  else writeObject(value as JsonObject, depth);
}

function writeList(list: readonly Json[], depth: number): void {
  hashedText.plain('[');
  for (let at = 0; at < list.length; at++) {
    if (at > 0) hashedText.plain(',');
    writeCanonical(list[at], depth + 1);
  }
  hashedText.plain(']');
}

function writeObject(object: JsonObject, depth: number): void {
  let before = '{';
  for (const name of sortedNames(object)) {
    hashedText.plain(before);
    hashedText.quoted(name);
    hashedText.plain(':');
    writeCanonical(object[name], depth + 1);
    before = ',';
  }
  hashedText.plain(before === '{' ? '{}' : '}');
}
