import { releaseKey } from './building.js';
import { createRowReader, type PlacedRow } from './placed-row.js';
import type { StreamedTable } from './unflatten-streams.js';

/** Where the reading of a table is. */
export interface TableCursor {
  /** The row it is at; none at the end. */
  readonly row: PlacedRow | undefined;
  /** What that row says of its release. */
  readonly key: string;
  /** Goes to the next row that is not blank. False when that is not read yet: `load` does it then. */
  advance(): boolean;
  load(): Promise<void>;
  close(): Promise<void>;
}

/** A cursor at the first row. */
export async function openCursor({ headings, open }: StreamedTable): Promise<TableCursor> {
  const read = createRowReader(headings);
  const batches = open()[Symbol.asyncIterator]();
  let batch: Awaited<ReturnType<typeof batches.next>>['value'] = [];
  let at = 0;
  let isOver = false;
  const cursor = {
    row: undefined as PlacedRow | undefined,
    key: '',
    advance(): boolean {
      while (at < batch.length) {
        cursor.row = read(batch[at++]!);
        if (!cursor.row) continue;
        cursor.key = releaseKey(cursor.row.cells);
        return true;
      }
      cursor.row = undefined;
      return isOver;
    },
    async load(): Promise<void> {
      do {
        const next = await batches.next();
        isOver = next.done === true;
        batch = isOver ? [] : next.value;
        at = 0;
      } while (!cursor.advance());
    },
    async close(): Promise<void> {
      await batches.return?.();
    },
  };
  await cursor.load();
  return cursor;
}
