import { isJsonObject, type Json, type JsonObject } from '#ocds';
import type { Origin } from '#sources';

/** Finds the cells from which the value at a pointer of a release came; none when no cell says it. */
export type OriginFinder = (pointer: string) => readonly Origin[];

/**
 * Of several rows that say the same thing the last one holds, as in joining them. What is written of a party is found
 * under the reference it was read for: `/buyer/name` for `/parties/[1]/name`.
 *
 * @param toPublic gives a pointer the ids that the release has in place of personal ones
 */
export function originFinder(
  release: JsonObject,
  origins: readonly Origin[],
  toPublic: (pointer: string) => string,
): OriginFinder {
  const byPointer: Found = new Map();
  const byItem: Found = new Map();
  for (const origin of origins) {
    const pointer = toPublic(origin.pointer);
    addTo(byPointer, pointer, origin);
    for (const item of itemPointers(release, pointer)) addTo(byItem, item, origin);
  }
  return (pointer) =>
    byPointer.get(pointer) ?? byPointer.get(withoutIndexes(pointer)) ?? ofParty(pointer, byItem) ?? [];
}

/** Items of lists that have no id are filled as `-`. */
function withoutIndexes(pointer: string): string {
  return pointer.replaceAll(/\/\d+(?=\/|$)/g, '/-');
}

type Found = Map<string, readonly Origin[]>;

/** Several cells of one row may make one value; a later row takes the place of an earlier one. */
function addTo(found: Found, pointer: string, origin: Origin): void {
  const known = (found.get(pointer) ?? []).filter(({ sheet, row }) => sheet === origin.sheet && row === origin.row);
  if (known.some(({ column }) => column === origin.column)) return;
  found.set(pointer, [...known, origin]);
}

function ofParty(pointer: string, byItem: Found): readonly Origin[] | undefined {
  const [, item, rest] = /^\/parties\/(\[.*?\])(\/.*)$/.exec(pointer) ?? [];
  if (item === undefined || rest === undefined) return undefined;
  return byItem.get(item + rest) ?? byItem.get(item + (SAME_AS[rest] ?? rest));
}

const SAME_AS: Readonly<Record<string, string>> = { '/identifier/id': '/id', '/identifier/legalName': '/name' };

/** The pointer from each identified object on its way: `[1]/name` of `/buyer/name` and of `/tenderers/[1]/name`. */
function itemPointers(release: JsonObject, pointer: string): readonly string[] {
  const found: string[] = [];
  const steps = pointer.slice(1).split(/\/(?![^[]*\])/);
  let value: Json | undefined = release;
  for (const [index, step] of steps.entries()) {
    value = stepInto(value, step);
    const id = isJsonObject(value) ? value.id : undefined;
    if (id !== undefined && id !== null) found.push(`[${String(id)}]/${steps.slice(index + 1).join('/')}`);
  }
  return found;
}

function stepInto(value: Json | undefined, step: string): Json | undefined {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).find((item) => isJsonObject(item) && `[${String(item.id)}]` === step);
  }
  return isJsonObject(value) ? value[step] : undefined;
}
