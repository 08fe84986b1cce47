import {
  type ChildSheet,
  createRowMapper,
  type HeaderMatch,
  type MappedRow,
  type SourceRow,
  type TableProfile,
} from '#sources';
import type { SourceTables } from '#tables';
import { type ChildRows, createChildRows } from './child-rows.js';
import { findChildSheets } from './find-sheets.js';
import type { MapFileOptions } from './map-file.js';

/** Maps rows of one sheet, each by itself, with the rows of child sheets that belong to it. */
export async function* mapSheet(
  tables: SourceTables,
  profile: TableProfile,
  match: HeaderMatch,
  rows: Iterable<SourceRow> | AsyncIterable<SourceRow>,
  { context, explain = false }: MapFileOptions,
): AsyncGenerator<MappedRow> {
  const opened: ChildRows[] = [];
  try {
    const children = await readChildren(tables, profile, match, opened);
    const mapRow = createRowMapper({ profile, match, children, context });
    for await (const row of rows) {
      const outcome = mapRow(row, { explain });
      if (outcome !== undefined) yield outcome;
    }
  } finally {
    for (const child of opened) child[Symbol.dispose]();
  }
}

/** The rows below the header, or those of them that are asked for. */
export async function* rowsBelow(
  tables: SourceTables,
  match: HeaderMatch,
  { only }: MapFileOptions,
): AsyncGenerator<SourceRow> {
  for await (const row of tables.rows(match.sheet)) {
    if (row.row > match.row && only?.(row) !== false) yield row;
  }
}

/** @param opened receives what is to be disposed of */
async function readChildren(
  tables: SourceTables,
  profile: TableProfile,
  main: HeaderMatch,
  opened: ChildRows[],
): Promise<ReadonlyMap<string, ChildSheet>> {
  const children = new Map<string, ChildSheet>();
  for (const [name, match] of await findChildSheets(tables, profile, main)) {
    const rows = createChildRows(match.sheet);
    opened.push(rows);
    for await (const row of tables.rows(match.sheet)) if (row.row > match.row) rows.add(row);
    children.set(name, { match, rowsOf: (number) => rows.rowsOf(number) });
  }
  return children;
}
