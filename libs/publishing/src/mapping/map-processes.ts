import { createNumberReader, type HeaderMatch, type MappedRow, type TableProfile } from '#sources';
import type { SourceTables } from '#tables';
import { joinWaiting, processOf, waitingPiece } from './join-process.js';
import { createLastPlaces } from './last-places.js';
import type { MapFileOptions, MappedProcess } from './map-file.js';
import { mapSheet, rowsBelow } from './map-sheet.js';
import { createProcessQueue } from './process-queue.js';
import { createRowStore, type RowStore } from './row-store.js';

/** What was made of a row, or of a process. */
export type Mapped = { readonly row: MappedRow; readonly isRefused: boolean } | { readonly process: MappedProcess };

/**
 * Maps all rows and joins those of each process. The file is read to its end first, to know where each process ends:
 * then nothing has to be kept of those that are complete.
 */
export async function* mapProcesses(
  tables: SourceTables,
  profile: TableProfile,
  main: readonly HeaderMatch[],
  options: MapFileOptions,
): AsyncGenerator<Mapped> {
  const last = createLastPlaces();
  const stores: RowStore[] = [];
  using queue = createProcessQueue(last);
  try {
    let place = 0;
    for (const match of main) {
      const store = createRowStore(match.sheet);
      stores.push(store);
      const numberOf = createNumberReader({ profile, match, context: options.context });
      for await (const row of rowsBelow(tables, match, options)) {
        const number = numberOf(row);
        const key = number === undefined ? undefined : processOf(number, options);
        if (key !== undefined) last.see(key, place++);
        store.add(row);
      }
    }
    for (const [index, match] of main.entries()) {
      for await (const row of mapSheet(tables, profile, match, stores[index]!.rows(), options)) {
        const key = row.outcome === 'piece' ? processOf(row.piece.number, options) : undefined;
        yield { row, isRefused: key === undefined };
        if (row.outcome !== 'piece' || key === undefined) continue;
        queue.add(key, waitingPiece(row));
        for (const one of queue.takeComplete()) yield { process: joinWaiting(one.key, one.pieces) };
      }
    }
    for (const { key, pieces } of queue.takeRest()) yield { process: joinWaiting(key, pieces) };
  } finally {
    for (const store of stores) store[Symbol.dispose]();
  }
}
