import { isJsonObject, type Json } from '../json.js';

/** What an item has in common with an earlier one: only its `id`, or everything. */
export type Repeat = 'id' | 'item';

/**
 * The items of a list merged by `id` that repeat an earlier one, by index. Items with an id are compared by it, the
 * others as whole values. Text and numbers are different ids (`1` is not `"1"`), as in the OCDS merge. Linear.
 */
export function findRepeatsById(items: readonly Json[]): ReadonlyMap<number, Repeat> {
  const repeats = new Map<number, Repeat>();
  const [ids, others] = [new Set<string | number>(), new Set<string>()];
  for (const [index, item] of items.entries()) {
    const id = idOf(item);
    if (id === undefined) {
      if (wasSeen(others, canonicalJson(item))) repeats.set(index, 'item');
    } else if (wasSeen(ids, id)) repeats.set(index, 'id');
  }
  return repeats;
}

/** The same for a list merged as a whole, where equal items are repeats of `item` even when they have an id. Linear. */
export function findRepeatsByValue(items: readonly Json[]): ReadonlyMap<number, Repeat> {
  const byId = findRepeatsById(items);
  if (byId.size === 0) return byId;
  const seen = new Set<string>();
  const repeats = new Map(byId);
  for (const [index, item] of items.entries()) if (wasSeen(seen, canonicalJson(item))) repeats.set(index, 'item');
  return repeats;
}

function wasSeen<T>(seen: Set<T>, key: T): boolean {
  if (seen.has(key)) return true;
  seen.add(key);
  return false;
}

function idOf(item: Json): string | number | undefined {
  const id = isJsonObject(item) ? item.id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}

/** Deeper data is refused by the walk (`too-deep`), so what lies below need not be told apart. */
const DEEPEST = 70;

/** JSON text with the members in one order, so that equal values give equal texts. */
function canonicalJson(value: Json | undefined, depth = 0): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (depth > DEEPEST) return '…';
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join()}]`;
  const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member, depth + 1)}`).join()}}`;
}
