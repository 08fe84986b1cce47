import { isJsonObject, type Json, type JsonObject } from '#ocds';
import type { ProcessPiece } from '../map/create-row-mapper.js';

/**
 * Joins what several rows tell of one process. Rows are taken in the order in which the source changed them, then as
 * they stand; what a later one says holds. Items of lists are the same when their ids are; lists of plain values are
 * united.
 */
export function joinPieces(pieces: readonly ProcessPiece[]): JsonObject {
  const [first, ...others] = inOrder(pieces).map(({ members }) => withoutTwins(members));
  return others.reduce<JsonObject>(joinObjects, first ?? {});
}

function inOrder(pieces: readonly ProcessPiece[]): readonly ProcessPiece[] {
  if (pieces.length < 2) return pieces;
  return [...pieces].sort((left, right) => compareText(left.reported ?? '', right.reported ?? ''));
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** One row may name the same thing twice, too. */
function withoutTwins(object: JsonObject): JsonObject {
  const joined: Record<string, Json> = {};
  let hadTwins = false;
  for (const [name, value] of Object.entries(object) as [string, Json][]) {
    const hasTwins = Array.isArray(value) && value.length > 1 && new Set(value.map(keyOf)).size < value.length;
    joined[name] = hasTwins ? joinLists([], value) : value;
    hadTwins ||= hasTwins;
  }
  return hadTwins ? joined : object;
}

function joinObjects(left: JsonObject, right: JsonObject): JsonObject {
  const joined = { ...left } as Record<string, Json>;
  for (const [name, value] of Object.entries(right) as [string, Json][]) joined[name] = joinValues(joined[name], value);
  return joined;
}

function joinValues(left: Json | undefined, right: Json): Json {
  if (left === undefined) return right;
  if (Array.isArray(left) && Array.isArray(right)) return joinLists(left, right);
  return isJsonObject(left) && isJsonObject(right) ? joinObjects(left, right) : right;
}

function joinLists(left: readonly Json[], right: readonly Json[]): Json[] {
  const joined = [...left];
  const places = new Map<Json, number>();
  for (const [place, item] of left.entries()) places.set(keyOf(item), place);
  for (const item of right) {
    const key = keyOf(item);
    const place = places.get(key);
    if (place === undefined) {
      places.set(key, joined.length);
      joined.push(item);
    } else joined[place] = joinValues(joined[place]!, item);
  }
  return joined;
}

/** Items without an id are the same when all of them is. No JSON begins like the key of a textual id. */
function keyOf(item: Json): string {
  const id = isJsonObject(item) ? item.id : undefined;
  if (typeof id === 'string') return `id ${id}`;
  return id === undefined ? JSON.stringify(item) : `other id ${JSON.stringify(id)}`;
}
