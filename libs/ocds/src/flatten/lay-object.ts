import { isJsonObject, type Json, type JsonObject } from '../json.js';
import type { Element } from './element.js';
import { columnOf, type GrowingTable, KIND, type Row } from './growing-table.js';
import { listShape, type ListShape, type MemberShape, memberShape, objectShape, type Shape } from './shape.js';
import { isEmpty, withoutEmpties } from './without-empties.js';

/** Of what `layObject` found in an object: a cell of its own row; a row in another table. */
export const OWN_CELL = 1;
export const OTHER_ROW = 2;

/** What `layObject` needs to place arrays of objects. */
export interface Layout {
  readonly tableFor: (heading: string) => GrowingTable;
  /** @returns whether any row came of it */
  readonly layList: (list: readonly Json[], shape: ListShape, parent: Element) => boolean;
}

/**
 * Lays the members of an object out: scalars and arrays of scalars as cells of `row`, objects likewise, arrays of
 * objects as rows of their own.
 *
 * @returns the bits of what was found; 0 when all was empty
 */
export function layObject(object: JsonObject, shape: Shape, row: Row, element: Element, layout: Layout): number {
  let found = 0;
  for (const name in object) {
    const value = object[name];
    if (value === null || value === '' || value === undefined) continue;
    const member = shape.members.get(name) ?? memberShape(shape, name);
    if (typeof value !== 'object') {
      put(row, shape, member, value, KIND[typeof value as 'string' | 'number' | 'boolean']);
      found |= OWN_CELL;
    } else if (!Array.isArray(value)) {
      found |= layObject(value as JsonObject, objectShape(shape, member), row, element, layout);
    } else found |= layArray(value, shape, member, row, element, layout);
  }
  return found;
}

function layArray(
  array: readonly Json[],
  shape: Shape,
  member: MemberShape,
  row: Row,
  element: Element,
  layout: Layout,
): number {
  if (array.length === 0) return 0;
  if (array.every((value) => isJsonObject(value) || isEmpty(value))) {
    if (!array.some(isJsonObject)) return 0;
    return layout.layList(array, listShape(shape, member, layout.tableFor), element) ? OTHER_ROW : 0;
  }
  const full = withoutEmpties(array) as readonly Json[] | undefined;
  if (full === undefined) return 0;
  put(row, shape, member, full, kindOfList(full));
  return OWN_CELL;
}

function kindOfList(list: readonly Json[]): number {
  if (list.every((value) => typeof value === 'string')) return KIND.strings;
  return list.every((value) => typeof value === 'number') ? KIND.numbers : KIND.any;
}

function put(row: Row, shape: Shape, member: MemberShape, value: Json, kind: number): void {
  const column = (member.column ??= columnOf(shape.table, member.heading));
  column.kinds |= kind;
  row[column.index] = value;
}
