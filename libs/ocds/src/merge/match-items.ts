import type { JsonObject } from '../json.js';
import { growing, type ItemPlaces, notePlace, placesOf } from './growth.js';
import type { MergeRule } from './merge-rules.js';
import { noRules } from './merge-rules.js';
import { itemId, uniqueItems } from './unique-items.js';
import { enter, type Walk } from './walk.js';

type MergeItem = (before: JsonObject | undefined, input: JsonObject) => JsonObject | undefined;

/**
 * The list after a release: each item of the release is merged into the item of the same id, or appended. Overrides
 * match by position, or never. An item that says nothing is not appended, but where positions count.
 * @returns `before` itself, or `input` itself, when the result would be the same; undefined when there is no item.
 */
export function matchItems(
  before: readonly JsonObject[] | undefined,
  input: readonly JsonObject[],
  rule: MergeRule | undefined,
  walk: Walk,
  mergeItem: MergeItem,
): readonly JsonObject[] | undefined {
  const items = rule?.override ? input : uniqueItems(input, rule?.members ?? noRules, walk);
  const placeOf = finder(before, rule, walk);
  let after: JsonObject[] | undefined;
  for (let position = 0; position < items.length; position += 1) {
    const place = placeOf(items[position]!, position);
    const old = place === -1 ? undefined : before![place];
    enter(walk, position);
    const merged = mergeItem(old, items[position]!);
    walk.trail.pop();
    if (merged === old || merged === undefined) continue;
    after ??= before === undefined ? [] : growing(before, walk.growth);
    if (place !== -1) after[place] = merged;
    else append(after, merged, rule?.override === 'MERGE_BY_POSITION' ? position : 0, walk);
  }
  return before === undefined && after !== undefined && sameItems(after, input) ? input : (after ?? before);
}

/** Empty objects hold the places before, where positions count. */
function append(after: JsonObject[], item: JsonObject, position: number, { growth }: Walk): void {
  while (after.length < position) after.push({});
  after.push(item);
  const places = growth.places.get(after);
  if (places) notePlace(places, item, after.length - 1);
}

function sameItems(after: readonly JsonObject[], input: readonly JsonObject[]): boolean {
  return after.length === input.length && after.every((item, position) => item === input[position]);
}

/** The place, in the list before, of the item that an item of the release is merged into; -1 for none. */
type FindPlace = (item: JsonObject, position: number) => number;

const nowhere: FindPlace = () => -1;

function finder(before: readonly JsonObject[] | undefined, rule: MergeRule | undefined, walk: Walk): FindPlace {
  if (before === undefined || rule?.override === 'APPEND') return nowhere;
  if (rule?.override === 'MERGE_BY_POSITION') return (_, position) => (position < before.length ? position : -1);
  return byId(before, walk);
}

/** Most releases repeat a list in its order: the same position is tried first, and an index is made only after that. */
function byId(before: readonly JsonObject[], walk: Walk): FindPlace {
  let places: ItemPlaces | undefined;
  return (item, position) => {
    const id = itemId(item, position, walk);
    if (id === undefined) return -1;
    if (before[position]?.id === id) return position;
    places ??= placesOf(before, walk.growth);
    return places.get(id) ?? -1;
  };
}
