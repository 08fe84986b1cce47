import type { Json, JsonObject } from '../json.js';

const DEEPEST = 3;

/**
 * JSON text of a value for a person to recognise it by: at most `longest` characters, the last of them `…` when cut.
 * The work is bounded as well: no more of the value is read than can be shown.
 */
export function shortJson(value: Json, longest = 80): string {
  const text = print(value, longest, DEEPEST);
  return text.length > longest ? `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

function print(value: Json, room: number, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, room));
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return depth === 0 ? '[…]' : `[${printItems(value, room, depth)}]`;
  return depth === 0 ? '{…}' : `{${printMembers(value as JsonObject, room, depth)}}`;
}

function printItems(items: readonly Json[], room: number, depth: number): string {
  let text = '';
  for (const item of items) {
    if (text.length > room) break;
    text += `${text && ','}${print(item, room - text.length, depth - 1)}`;
  }
  return text;
}

function printMembers(object: JsonObject, room: number, depth: number): string {
  let text = '';
  for (const name in object) {
    if (text.length > room) break;
    text += `${text && ','}${JSON.stringify(name.slice(0, room))}:${print(object[name] ?? null, room - text.length, depth - 1)}`;
  }
  return text;
}
