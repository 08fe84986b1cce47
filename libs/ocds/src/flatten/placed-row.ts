import type { Json } from '../json.js';
import { type Building, type Cell, withoutPlace } from './building.js';
import { PATH_HEADING } from './flat-table.js';
import { type HeadingLevels, levelsOf } from './heading-levels.js';

/** A row of a table with what is known of its place. */
export interface PlacedRow {
  readonly cells: readonly Cell[];
  /** The arrays on the way to its object; none for a release. */
  readonly arrays: HeadingLevels['arrays'];
  /** What "#path" says, where it is filled. */
  readonly path: string | undefined;
}

/** The cells of a row by the place of their headings; blank ones `undefined`, `null` or "". */
export type RowValues = readonly (Json | undefined)[];

/** Reads rows under these headings; blank rows give nothing. @throws FlattenError for a heading or "#path" that is none */
export function createRowReader(headings: readonly string[]): (values: RowValues) => PlacedRow | undefined {
  const levels = headings.map(levelsOf);
  const pathIndex = headings.indexOf(PATH_HEADING);
  return (values) => {
    const cells = filledCells(values, levels, pathIndex);
    return cells.length > 0 || values[pathIndex] ? toPlacedRow(cells, values[pathIndex]) : undefined;
  };
}

/** Puts rows together, those of outer arrays first. */
export function placeRows(building: Building, rows: Iterable<PlacedRow>): void {
  const byDepth: PlacedRow[][] = [];
  for (const row of rows) (byDepth[row.arrays.length] ??= []).push(row);
  for (const row of byDepth.flat()) place(building, row);
}

function filledCells(values: RowValues, levels: readonly HeadingLevels[], pathIndex: number): readonly Cell[] {
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
