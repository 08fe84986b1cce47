import type { Json, JsonObject } from '../json.js';
import { type Draft, member, setMember } from './members.js';
import { type MergeRule, type MergeRules, noRules } from './merge-rules.js';
import { described, failure, isLiteral, type Walk, warnOfDuplicate } from './walk.js';

export type ItemId = string | number | undefined;

/**
 * The items with one item per id: those that share an id are joined at the place of the first, the last value of each
 * field stays, and a warning says so. A list without duplicates is returned as it is.
 * @throws MergeError ID_NOT_TEXT_OR_NUMBER
 */
export function uniqueItems(items: readonly JsonObject[], rules: MergeRules, walk: Walk): readonly JsonObject[] {
  return hasDuplicates(items, walk) ? joinDuplicates(items, rules, walk, warnOfDuplicate) : items;
}

/** The id an item is matched by; an item without id, or with a null one, matches nothing. */
export function itemId(item: JsonObject, position: number, walk: Walk): ItemId {
  const { id } = item;
  if (typeof id === 'string' || typeof id === 'number') return id;
  if (id === undefined || id === null) return undefined;
  walk.trail.push(position, 'id');
  throw failure(walk, 'ID_NOT_TEXT_OR_NUMBER', described(id));
}

/** Most lists are short: comparing each pair costs less than filling a set. */
const short = 8;

function hasDuplicates(items: readonly JsonObject[], walk: Walk): boolean {
  const seen = items.length > short ? new Set<ItemId>() : undefined;
  let found = false;
  for (let position = 0; position < items.length; position += 1) {
    const id = itemId(items[position]!, position, walk);
    if (id === undefined) continue;
    found ||= seen ? seen.has(id) : hasBefore(items, position, id);
    seen?.add(id);
  }
  return found;
}

function hasBefore(items: readonly JsonObject[], position: number, id: ItemId): boolean {
  for (let earlier = 0; earlier < position; earlier += 1) if (items[earlier]!.id === id) return true;
  return false;
}

function joinDuplicates(
  items: readonly JsonObject[],
  rules: MergeRules,
  walk: Walk,
  report: typeof warnOfDuplicate | undefined,
): readonly JsonObject[] {
  const joined: JsonObject[] = [];
  const places = new Map<ItemId, number>();
  const repeated = new Set<string | number>();
  for (const [position, item] of items.entries()) {
    const id = itemId(item, position, walk);
    const place = id === undefined ? undefined : places.get(id);
    if (id !== undefined && place !== undefined) {
      joined[place] = joinObjects(joined[place]!, item, rules, walk);
      repeated.add(id);
    } else places.set(id, joined.push(item) - 1);
  }
  for (const id of repeated) report?.(walk, id);
  return joined;
}

function joinObjects(first: JsonObject, second: JsonObject, rules: MergeRules, walk: Walk): JsonObject {
  const joined: Draft = { ...first };
  for (const name of Object.keys(second)) {
    const rule = rules.byName.get(name);
    setMember(joined, name, joinValues(member(first, name), second[name], rule, walk));
  }
  return joined;
}

/** Raw, as the releases have them: a null stays a null, to remove the field when the joined item is merged. */
function joinValues(first: Json | undefined, second: Json | undefined, rule: MergeRule | undefined, walk: Walk) {
  if (second === undefined) return first;
  if (first === undefined || isEmpty(first)) return second;
  if (isLiteral(second, rule, walk)) return walk.reference && !isLiteral(first, rule, walk) ? first : second;
  if (isLiteral(first, rule, walk)) return isEmpty(second) ? first : second;
  if (Array.isArray(first) && Array.isArray(second)) return joinLists(first, second, rule, walk);
  if (Array.isArray(first) || Array.isArray(second)) return second;
  return joinObjects(first as JsonObject, second as JsonObject, rule?.members ?? noRules, walk);
}

function joinLists(first: JsonObject[], second: JsonObject[], rule: MergeRule | undefined, walk: Walk) {
  const all = [...first, ...second];
  return rule?.override ? all : joinDuplicates(all, rule?.members ?? noRules, walk, undefined);
}

function isEmpty(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
