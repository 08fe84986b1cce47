import type { JsonObject } from '../json.js';
import { createBuilding } from './building.js';
import { createRowReader, type PlacedRow, placeRows, type RowValues } from './placed-row.js';

/** A table to read back: its headings, and the values of its rows in the order of these. */
export interface UnflattenTable {
  readonly headings: readonly string[];
  readonly rows: Iterable<RowValues>;
}

/**
 * The releases that the tables of `createFlattener` came from, less empty values. Tables may come in any order, rows of
 * one array must be in theirs. Each row is one object; what encloses it is found by identifiers, else by "#path", and
 * made when it has no row of its own.
 *
 * Holds all releases in memory; `unflattenStreams` does not.
 *
 * @throws FlattenError for a heading that is none, or a "#path" that leads nowhere
 */
export function unflattenTables(tables: Iterable<UnflattenTable>): readonly JsonObject[] {
  const building = createBuilding();
  placeRows(building, placedRows(tables));
  return building.releases;
}

function* placedRows(tables: Iterable<UnflattenTable>): Generator<PlacedRow> {
  for (const { headings, rows } of tables) {
    const read = createRowReader(headings);
    for (const values of rows) {
      const row = read(values);
      if (row) yield row;
    }
  }
}
