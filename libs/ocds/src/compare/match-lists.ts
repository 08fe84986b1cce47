import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { stableHash } from '../repair/stable-hash.js';
import { type ItemStep, pointerOf } from './identity-pointer.js';

/** An item of two lists, called by what makes it the same one in both. */
export interface MatchedItem {
  readonly step: ItemStep;
  readonly before?: JsonObject;
  readonly after?: JsonObject;
}

/**
 * The items of two lists of objects in pairs, those of the first list in their order, then the new ones.
 *
 * @param identity `id`: as the merge matches them, those without id by content; `whole`: all by content, since merging
 *   replaces the list
 */
export function matchLists(
  before: readonly JsonObject[],
  after: readonly JsonObject[],
  identity: 'id' | 'whole',
): readonly MatchedItem[] {
  const [left, right] = [nameItems(before, identity), nameItems(after, identity)];
  const [was, is] = [new Map(left.map((one) => [one.key, one])), new Map(right.map((one) => [one.key, one]))];
  return [
    ...left.map(({ key, step, item }) => ({ step, before: item, after: is.get(key)?.item })),
    ...right.flatMap(({ key, step, item }) => (was.has(key) ? [] : [{ step, after: item }])),
  ];
}

interface NamedItem {
  readonly key: string;
  readonly step: ItemStep;
  readonly item: JsonObject;
}

/** Each item with the step that leads to it; those that cannot be told apart are numbered. */
export function nameItems(items: readonly JsonObject[], identity: 'id' | 'whole'): readonly NamedItem[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const name = nameOf(item, identity);
    const nth = (seen.get(pointerOf([name])) ?? 0) + 1;
    seen.set(pointerOf([name]), nth);
    const step = nth === 1 ? name : { ...name, nth };
    return { key: pointerOf([step]), step, item };
  });
}

function nameOf(item: JsonObject, identity: 'id' | 'whole'): ItemStep {
  const { id } = item;
  const identified = identity === 'id' && (typeof id === 'number' || (typeof id === 'string' && id !== ''));
  return identified ? { id: String(id) } : { content: stableHash(item) };
}

/** A list whose items are objects, and that is not empty. */
export function isObjectList(value: Json | undefined): value is readonly JsonObject[] {
  return Array.isArray(value) && value.length > 0 && value.every(isJsonObject);
}
