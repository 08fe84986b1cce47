import type { JsonObject } from '../json.js';

/**
 * What one full merge has made itself and nobody has seen yet. Long lists and histories in it grow in place, so that
 * a process of thousands of releases costs as many steps, not their square; everything else is copied when it changes.
 */
export interface Growth {
  readonly owned: WeakSet<readonly unknown[]>;
  readonly places: WeakMap<readonly JsonObject[], ItemPlaces>;
}

export type ItemPlaces = Map<string | number, number>;

export function newGrowth(): Growth {
  return { owned: new WeakSet(), places: new WeakMap() };
}

/** Below this a copy costs less than the book-keeping. */
const long = 16;

/** The array to write to: itself when this merge made it, else a copy. */
export function growing<T>(array: readonly T[], { owned }: Growth): T[] {
  if (array.length >= long && owned.has(array)) return array as T[];
  const copy = [...array];
  if (copy.length >= long) owned.add(copy);
  return copy;
}

/** Where in a list each id is. Kept for a list that grows in place: its items are never moved or removed. */
export function placesOf(list: readonly JsonObject[], { owned, places }: Growth): ItemPlaces {
  const known = places.get(list);
  if (known) return known;
  const found: ItemPlaces = new Map();
  for (const [place, item] of list.entries()) notePlace(found, item, place);
  if (list.length >= long && owned.has(list)) places.set(list, found);
  return found;
}

/** An entry of a history in a list that the reference mixed has no id, and so no place. */
export function notePlace(places: ItemPlaces, item: JsonObject | undefined, place: number): void {
  const id = item?.id;
  if (typeof id === 'string' || typeof id === 'number') places.set(id, place);
}
