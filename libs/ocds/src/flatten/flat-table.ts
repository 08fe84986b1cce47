import type { Json } from '../json.js';

/**
 * What the cells of a column hold. `strings` and `numbers` are arrays of these; `any` is a mixture, or JSON that has no
 * place of its own in a table.
 */
export type ColumnType = 'string' | 'number' | 'boolean' | 'strings' | 'numbers' | 'any';

/** A column: its heading is the JSON Pointer of the field without the leading slash, array indices as 0. */
export interface FlatColumn {
  readonly heading: string;
  readonly type: ColumnType;
  /** Where its cell stands in a row. */
  readonly index: number;
  /** It holds the identifier of something the row belongs to. */
  readonly isKey: boolean;
}

/** Cells by `FlatColumn.index`; `undefined`, `null` and what is past the end are blank. */
export type FlatRow = readonly (Json | undefined)[];

/** A table as known once the last release was laid out. Columns in reading order: keys, then as fields stand. */
export interface FlatTable {
  readonly name: string;
  readonly columns: readonly FlatColumn[];
  readonly rowCount: number;
}

/** The table of releases: one row each. */
export const MAIN_TABLE = 'procesos';

/** The column that tells where in the data a row stands, filled only where identifiers do not tell. */
export const PATH_HEADING = '#path';
