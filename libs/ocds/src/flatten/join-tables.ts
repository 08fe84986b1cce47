import { levelsOf } from './heading-levels.js';
import { createMetBefore } from './met-before.js';
import type { PlacedRow } from './placed-row.js';
import { openCursor, type TableCursor } from './table-cursor.js';
import type { StreamedTable } from './unflatten-streams.js';

/** The rows of one release: its own, then those of each table in the order of tables. */
export interface ReleaseRows {
  /** Of the release among all, from 0. */
  readonly ordinal: number;
  readonly rows: readonly PlacedRow[];
}

/**
 * Goes through tables side by side, release by release, as `createFlattener` lays them out: the rows of each table
 * follow the order of the releases in the tables without arrays. Holds the rows of one release, and of each table what
 * it reads at a time.
 *
 * @returns whether every row found its release; if not, the tables are in another order or of another shape
 */
export async function* joinTables(tables: readonly StreamedTable[]): AsyncGenerator<ReleaseRows, boolean> {
  const cursors: TableCursor[] = [];
  try {
    for (const table of tables) cursors.push(await openCursor(table));
    const mains = cursors.filter((cursor, index) => isMain(tables[index]!, cursor));
    const others = cursors.filter((cursor) => !mains.includes(cursor));
    const isMet = createMetBefore();
    let ordinal = 0;
    for (const main of mains) {
      for (; main.row; await step(main)) {
        if (main.row.arrays.length > 0) return false;
        // Without a path a row is of the first release of its key. A key wrongly taken for met costs the order, no more.
        const key = isMet(main.key) ? undefined : main.key;
        const rows = [main.row];
        for (const other of others) await takeRows(other, ordinal, key, rows);
        yield { ordinal, rows };
        ordinal++;
      }
    }
    return cursors.every(({ row }) => row === undefined);
  } finally {
    for (const cursor of cursors) await cursor.close();
  }
}

/** It holds releases: no heading leads into an array, nor does the path of its first row. */
function isMain({ headings }: StreamedTable, { row }: TableCursor): boolean {
  return headings.every((heading) => levelsOf(heading).arrays.length === 0) && !row?.arrays.length;
}

async function takeRows(cursor: TableCursor, ordinal: number, key: string | undefined, rows: PlacedRow[]) {
  while (isOf(cursor, ordinal, key)) {
    rows.push(cursor.row!);
    if (!cursor.advance()) await cursor.load();
  }
}

function isOf({ row, key }: TableCursor, ordinal: number, releaseKey: string | undefined): boolean {
  if (row === undefined || row.arrays.length === 0) return false;
  return row.path === undefined ? key === releaseKey : Number.parseInt(row.path, 10) === ordinal;
}

/** Waits only where more must be read. */
function step(cursor: TableCursor): Promise<void> | undefined {
  return cursor.advance() ? undefined : cursor.load();
}
