import { createFlattener, type FlatRow, type FlatTable, type JsonObject, type TablesBy } from '#ocds';
import { createRowStore, type RowStore } from './row-store.js';

/** Tables ready to be written: their columns are all known, their rows come in batches. */
export interface TableSource extends AsyncDisposable {
  readonly releases: number;
  readonly tables: readonly FlatTable[];
  rows(table: FlatTable): AsyncIterable<readonly FlatRow[]>;
}

/** Cells held in memory: enough for some thousands of releases, which then never touch the disk. */
const CELLS_IN_MEMORY = 2_000_000;

/**
 * Once it is known not to fit, rows go to disk this many times sooner: while they are young they cost the garbage
 * collector little, and the heap stays at about half.
 */
const SOONER = 20;

/**
 * Lays releases out in tables. Memory stays bounded however many they are: rows past a limit wait on disk.
 *
 * @throws FlattenError for data that makes columns without bound; and what the reading of the releases throws
 */
export async function layOutReleases(
  releases: AsyncIterable<{ readonly release: JsonObject }>,
  by: TablesBy,
  cellsInMemory = CELLS_IN_MEMORY,
): Promise<TableSource> {
  const flattener = createFlattener({ by });
  const store = createRowStore();
  let count = 0;
  let limit = cellsInMemory;
  try {
    for await (const { release } of releases) {
      flattener.add(release);
      count++;
      if (flattener.cells() <= limit) continue;
      await store.spill(flattener.takeRows());
      limit = cellsInMemory / SOONER;
    }
  } catch (error) {
    await store[Symbol.asyncDispose]();
    throw error;
  }
  return createSource(count, flattener.tables(), store, flattener.takeRows());
}

function createSource(
  releases: number,
  tables: readonly FlatTable[],
  store: RowStore,
  held: ReadonlyMap<string, readonly FlatRow[]>,
): TableSource {
  return {
    releases,
    tables: tables.filter((table, index) => index === 0 || table.rowCount > 0),
    async *rows({ name }) {
      yield* store.read(name);
      yield held.get(name) ?? [];
    },
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  };
}
