import { changedLeaves, isJsonObject, type Json, type JsonObject } from '#ocds';

/** One value that is no longer what it was. */
export interface Difference {
  /** JSON Pointer; items of lists by `[id]`, those without id by a hash of what they say. */
  readonly pointer: string;
  /** Absent for a value that was not there. */
  readonly before?: Json;
  /** Absent for a value that is gone. */
  readonly after?: Json;
}

/**
 * The values in which two releases of a process differ, apart from their ids, dates and tags. Null is absent; a list of
 * texts or numbers is one value.
 */
export function listDifferences(before: JsonObject, after: JsonObject): readonly Difference[] {
  return changedLeaves(before, after).map(({ pointer, before: was, after: is }) => ({
    pointer,
    ...(was !== undefined && { before: was }),
    ...(is !== undefined && { after: is }),
  }));
}

type Leaves = ReadonlyMap<string, Json>;

/** Every value that is neither object nor list, by its pointer; nulls are left out. */
export function leavesOf(object: JsonObject): Leaves {
  const leaves = new Map<string, Json>();
  addLeaves(object, '', leaves);
  return leaves;
}

function addLeaves(value: Json | undefined, pointer: string, leaves: Map<string, Json>): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) {
    for (const [index, item] of (value as readonly Json[]).entries()) {
      addLeaves(item, `${pointer}/${itemName(item, index)}`, leaves);
    }
  } else if (isJsonObject(value)) {
    for (const [name, member] of Object.entries(value)) addLeaves(member, `${pointer}/${name}`, leaves);
  } else leaves.set(pointer, value);
}

/** How an item of a list is called in a pointer, wherever in the list it stands. */
export function itemName(item: Json, index: number): string {
  const id = isJsonObject(item) ? item.id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? `[${id}]` : String(index);
}
