import type { Json, JsonObject } from '../json.js';

/**
 * A short name for a JSON value: 16 hexadecimal digits, the same for equal values whatever the order of their members,
 * today and anywhere. It tells the few entries of a list apart and is no protection against forgery.
 */
export function stableHash(value: Json): string {
  return hashText(canonicalText(value, 0));
}

/** Deeper values are cut: no OCDS field lies below 10, and the stack has an end. */
const DEEPEST = 64;

function canonicalText(value: Json | undefined, depth: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (depth > DEEPEST) return '"…"';
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalText(item, depth + 1)).join(',')}]`;
  const object = value as JsonObject;
  const names = Object.keys(object).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalText(object[name], depth + 1)}`).join(',')}}`;
}

/**
 * FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/) of a text's UTF-8 bytes, as 16 hexadecimal digits. In
 * whole numbers of 32 bits: the prime is 2^40 + 435, so that the high half of a product is the high half by 435, the
 * carry of the low half by 435, and the low half moved 8 bits up.
 */
export function hashText(text: string): string {
  let high = 0xcbf29ce4 | 0;
  let low = 0x84222325 | 0;
  const bytes = isAscii(text) ? undefined : new TextEncoder().encode(text);
  const length = bytes?.length ?? text.length;
  for (let at = 0; at < length; at++) {
    low ^= bytes === undefined ? text.charCodeAt(at) : bytes[at]!;
    const right = (low & 0xffff) * 435;
    const left = (low >>> 16) * 435 + (right >>> 16);
    high = (Math.imul(high, 435) + (left >>> 16) + (low << 8)) | 0;
    low = (left << 16) | (right & 0xffff);
  }
  return hexadecimal(high >>> 0) + hexadecimal(low >>> 0);
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}

function hexadecimal(half: number): string {
  return half.toString(16).padStart(8, '0');
}
