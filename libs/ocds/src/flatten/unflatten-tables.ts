import type { Json, JsonObject } from '../json.js';
import { createBuilding, type Building, type Cell, withoutPlace } from './building.js';
import { PATH_HEADING } from './flat-table.js';
import { type HeadingLevels, levelsOf } from './heading-levels.js';

/** A table to read back: its headings, and the values of its rows in the order of these. */
export interface UnflattenTable {
  readonly headings: readonly string[];
  readonly rows: Iterable<readonly (Json | undefined)[]>;
}

interface PlacedRow {
  readonly cells: readonly Cell[];
  readonly arrays: HeadingLevels['arrays'];
  readonly path: string | undefined;
}

/**
 * The releases that the tables of `createFlattener` came from, less empty values. Tables may come in any order, rows of
 * one array must be in theirs. Each row is one object; what encloses it is found by identifiers, else by "#path", and
 * made when it has no row of its own.
 *
 * Holds all releases in memory.
 *
 * @throws FlattenError for a heading that is none, or a "#path" that leads nowhere
 */
export function unflattenTables(tables: Iterable<UnflattenTable>): readonly JsonObject[] {
  const building = createBuilding();
  const byDepth: PlacedRow[][] = [];
  for (const row of placedRows(tables)) (byDepth[row.arrays.length] ??= []).push(row);
  for (const row of byDepth.flat()) place(building, row);
  return building.releases;
}

function* placedRows(tables: Iterable<UnflattenTable>): Generator<PlacedRow> {
  for (const { headings, rows } of tables) {
    const levels = headings.map(levelsOf);
    const pathIndex = headings.indexOf(PATH_HEADING);
    for (const values of rows) {
      const cells = filledCells(values, levels, pathIndex);
      if (cells.length > 0 || values[pathIndex]) yield toPlacedRow(cells, values[pathIndex]);
    }
  }
}

function filledCells(
  values: readonly (Json | undefined)[],
  levels: readonly HeadingLevels[],
  pathIndex: number,
): readonly Cell[] {
  const cells: Cell[] = [];
  for (const [index, value] of values.entries()) {
    if (value === undefined || value === null || value === '' || index === pathIndex || !levels[index]) continue;
    cells.push({ levels: levels[index], value });
  }
  return cells;
}

function toPlacedRow(cells: readonly Cell[], path: Json | undefined): PlacedRow {
  const told = typeof path === 'string' || typeof path === 'number' ? String(path) : undefined;
  if (told !== undefined) return { cells, path: told, arrays: arraysOf(told) };
  let deepest: HeadingLevels['arrays'] = [];
  for (const { levels } of cells) if (levels.arrays.length > deepest.length) deepest = levels.arrays;
  return { cells, path: undefined, arrays: deepest };
}

/** The arrays that lead to "17/awards/2", less the one of releases. @throws FlattenError when it is no such path */
function arraysOf(path: string): HeadingLevels['arrays'] {
  if (!/^\d+(?:\/.+\/\d+)?$/.test(path)) throw withoutPlace(path);
  const placeless = path.replace(/(^|\/)\d+(?=\/|$)/g, '$10');
  return levelsOf(`x/${placeless}/x`).arrays.slice(1);
}

function place(building: Building, { cells, arrays, path }: PlacedRow): void {
  if (arrays.length === 0) building.addRelease(cells);
  else if (path !== undefined) building.addAt(path, cells);
  else building.addElement(arrays, cells);
}
