import { isJsonObject, type Json, type JsonObject } from '../json.js';
import type { Assumption } from './repairs.js';
import { stableHash } from './stable-hash.js';

/** An id for the entry at a position of a list. */
export interface GivenId {
  readonly id: string;
  readonly assumed: readonly Assumption[];
}

/**
 * Ids for the entries of a list that have none, by position: the hash of the entry's own content as it came, so that
 * the same entry has the same id in every release, whatever stands around it and whatever else is repaired. Of entries
 * with the same content the second is numbered: they may be two payments of one amount on one day. An entry whose
 * content changes between releases gets another id; only the publisher can tell that it is the same one.
 *
 * @param repaired the entries after their own repairs, undefined where one was dropped
 */
export function giveIds(
  entries: readonly Json[],
  repaired: readonly (Json | undefined)[],
): ReadonlyMap<number, GivenId> {
  const given = new Map<number, GivenId>();
  const taken = new Set(repaired.map((entry) => (isJsonObject(entry) ? entry.id : undefined)));
  const copies = new Map<string, number>();
  for (const [position, entry] of repaired.entries()) {
    if (!isJsonObject(entry) || hasId(entry) || Object.keys(entry).length === 0) continue;
    const hash = stableHash(withoutId(entries[position] as JsonObject));
    let copy = (copies.get(hash) ?? 0) + 1;
    while (taken.has(numbered(hash, copy))) copy++;
    copies.set(hash, copy);
    given.set(position, { id: numbered(hash, copy), assumed: copy > 1 ? ['separate-entries'] : [] });
  }
  return given;
}

/** A null or blank id is none; one of a wrong type is wrong, not missing. */
function hasId({ id }: JsonObject): boolean {
  return id !== undefined && id !== null && !(typeof id === 'string' && id.trim() === '');
}

function withoutId({ id: _, ...rest }: JsonObject): JsonObject {
  return rest;
}

function numbered(hash: string, copy: number): string {
  return copy === 1 ? hash : `${hash}-${copy}`;
}
