import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { type Element, addressOf, isKey, pathOf } from './element.js';
import { type FlatRow, type FlatTable, MAIN_TABLE, PATH_HEADING } from './flat-table.js';
import { columnOf, createTable, type GrowingTable, type Row, settleColumns } from './growing-table.js';
import { createMetBefore } from './met-before.js';
import { createTableFinder, type TablesBy } from './table-names.js';
import { layObject, OWN_CELL } from './lay-object.js';
import type { ListShape, Shape } from './shape.js';

export interface FlattenOptions {
  /** `kind` unless told. */
  readonly by?: TablesBy;
}

/** Lays releases out as rows of few tables, one release at a time. */
export interface Flattener {
  /** @throws FlattenError where the data would make columns or tables without bound */
  add(release: JsonObject): void;
  /** Cells of the rows not yet taken, blank ones included: memory follows this. */
  cells(): number;
  /** Takes out the rows laid out so far, by table name. Their cells stand by `FlatColumn.index`. */
  takeRows(): ReadonlyMap<string, readonly FlatRow[]>;
  /** The tables with their columns; complete once the last release was added. The main table comes first. */
  tables(): readonly FlatTable[];
}

/**
 * Releases, or compiled releases, as tables: "procesos" with one row each, holding scalars and single objects, and a
 * table for each kind of array of objects, whose rows begin with the identifiers of what they belong to. Headings are
 * JSON Pointers without the leading slash, array indices written as 0, so that flatten-tool can read them back
 * (https://flatten-tool.readthedocs.io/en/latest/unflatten/).
 *
 * null, "", [] and {} leave no trace. Arrays that mix objects with other values are kept whole in one cell. Where the
 * identifiers of a row's parents are missing or repeated, the column "#path" says where it stands.
 */
export function createFlattener({ by = 'kind' }: FlattenOptions = {}): Flattener {
  const main = createTable(MAIN_TABLE);
  const known = new Set([main]);
  const findTable = createTableFinder(by, main);
  const state = { cells: 0, releases: 0, isMet: createMetBefore() };
  const tableFor = (heading: string): GrowingTable => {
    const table = findTable(heading);
    known.add(table);
    return table;
  };
  const root: Shape = { table: main, prefix: '', base: '', keys: ['ocid', 'id'], members: new Map() };
  for (const key of root.keys) columnOf(main, key, true);

  function add(release: JsonObject): void {
    const element = releaseElement(release, state.releases++, state.isMet);
    const row = openRow(main);
    const found = layObject(release, root, row, element, { tableFor, layList });
    if (!(found & OWN_CELL)) setPath(row, main, element);
  }

  function layList(list: readonly Json[], shape: ListShape, parent: Element): boolean {
    const { keys, path } = addressOf(parent);
    const { table } = shape.element;
    const siblings = { list };
    let position = 0;
    for (const object of list) {
      if (!isJsonObject(object)) continue;
      const row = openRow(table);
      for (let level = 0; level < keys.length; level++) setKey(row, shape, level, keys[level]);
      const element: Element = { object, parent, name: shape.name, position, siblings };
      const found = layObject(object, shape.element, row, element, { tableFor, layList });
      if (found === 0) {
        dropRow(table);
        continue;
      }
      if (path !== undefined || !(found & OWN_CELL)) setPath(row, table, element);
      position++;
    }
    return position > 0;
  }

  function openRow(table: GrowingTable): Row {
    const row: Row = table.blank.slice();
    table.rows.push(row);
    table.rowCount++;
    state.cells += row.length + 2;
    return row;
  }

  return { add, cells: () => state.cells, takeRows, tables: () => [...known].map(settle) };

  function takeRows(): ReadonlyMap<string, readonly FlatRow[]> {
    const taken = new Map([...known].map((table) => [table.name, table.rows]));
    for (const table of known) table.rows = [];
    state.cells = 0;
    return taken;
  }
}

function releaseElement(object: JsonObject, position: number, isMet: (key: string) => boolean): Element {
  const { ocid, id } = object;
  // A key wrongly taken for met gets a "#path" that it does not need, no more.
  const isTold = isKey(ocid) && isKey(id) && !isMet(JSON.stringify([ocid, id]));
  const keys = [ocid, id].map((value) => (isKey(value) ? value : undefined));
  const address = { keys, path: isTold ? undefined : String(position) };
  return { object, parent: undefined, name: '', position, siblings: { list: [] }, address };
}

function setKey(row: Row, { keyColumns }: ListShape, level: number, value: Json | undefined): void {
  if (value === undefined) return;
  const column = keyColumns[level]!;
  column.kinds |= typeof value === 'number' ? 2 : 1;
  row[column.index] = value;
}

function setPath(row: Row, table: GrowingTable, element: Element): void {
  const column = columnOf(table, PATH_HEADING);
  column.kinds |= 1;
  row[column.index] = pathOf(element);
}

/** The row opened last turned out empty; then nothing within it was laid out either. */
function dropRow(table: GrowingTable): void {
  table.rows.pop();
  table.rowCount--;
}

function settle(table: GrowingTable): FlatTable {
  return { name: table.name, columns: settleColumns(table), rowCount: table.rowCount };
}
