import type { JsonObject } from '../json.js';
import { groupByOcid, type Grouping } from '../package/group-by-ocid.js';
import { createBuilding, releaseKey } from './building.js';
import { FlattenError } from './flatten-error.js';
import { joinTables, type ReleaseRows } from './join-tables.js';
import { createRowReader, placeRows, type RowValues } from './placed-row.js';
import { unflattenTables } from './unflatten-tables.js';

/** A table that is read in batches of rows, each time from its beginning. */
export interface StreamedTable {
  readonly headings: readonly string[];
  readonly open: () => AsyncIterable<readonly RowValues[]>;
}

/** Where rows that come in no order wait; see `Grouping`. */
export type UnflattenRoom = Pick<Grouping<unknown>, 'room' | 'openShelf'>;

/**
 * What `unflattenTables` gives, without holding all of it: the tables are gone through twice, first to see whether
 * their rows follow the order of the releases, as `createFlattener` writes them; then one release at a time is put
 * together. Rows in another order, or tables of another shape, are gathered by ocid and release id: in memory where
 * they fit in the room, else on its shelf, and releases then come in the order of that.
 *
 * @throws FlattenError as `unflattenTables`; and ROW_WITHOUT_PLACE for rows out of order that do not fit in the room and
 *   have their place told by "#path": it counts releases, of which none is known by then
 */
export async function* unflattenStreams(
  tables: readonly StreamedTable[],
  room: UnflattenRoom,
): AsyncGenerator<JsonObject> {
  if (await isInOrder(tables)) yield* inOrder(tables);
  else if (await fits(tables, room.room)) yield* unflattenTables(await readWhole(tables));
  else yield* byRelease(tables, room);
}

async function isInOrder(tables: readonly StreamedTable[]): Promise<boolean> {
  const releases = joinTables(tables);
  for (;;) {
    const next = await releases.next();
    if (next.done) return next.value;
  }
}

async function* inOrder(tables: readonly StreamedTable[]): AsyncGenerator<JsonObject> {
  for await (const release of joinTables(tables)) yield putTogether(release);
}

function putTogether({ ordinal, rows }: ReleaseRows): JsonObject {
  const building = createBuilding(ordinal);
  placeRows(building, rows);
  return building.releases[0]!;
}

async function fits(tables: readonly StreamedTable[], room: number): Promise<boolean> {
  let size = 0;
  for (const { open } of tables) {
    for await (const rows of open()) {
      for (const values of rows) size += sizeOf(values);
      if (size > room) return false;
    }
  }
  return true;
}

async function readWhole(tables: readonly StreamedTable[]) {
  const whole: { readonly headings: readonly string[]; readonly rows: RowValues[] }[] = [];
  for (const { headings, open } of tables) {
    const rows: RowValues[] = [];
    for await (const batch of open()) for (const row of batch) rows.push(row);
    whole.push({ headings, rows });
  }
  return whole;
}

/** A row on its way to its release. */
interface LooseRow {
  readonly key: string;
  /** Of its table among all. */
  readonly table: number;
  readonly values: RowValues;
}

async function* byRelease(tables: readonly StreamedTable[], room: UnflattenRoom): AsyncGenerator<JsonObject> {
  const grouping: Grouping<LooseRow> = {
    ocidOf: ({ key }) => key,
    sizeOf: ({ values }) => sizeOf(values),
    toLine: (row) => JSON.stringify(row),
    fromLine: (line) => JSON.parse(line) as LooseRow,
    ...room,
  };
  for await (const [, loose] of groupByOcid(looseRows(tables), grouping)) {
    yield* unflattenTables(
      tables.map(({ headings }, table) => ({
        headings,
        rows: loose.filter((row) => row.table === table).map(({ values }) => values),
      })),
    );
  }
}

async function* looseRows(tables: readonly StreamedTable[]): AsyncGenerator<LooseRow> {
  for (const [table, { headings, open }] of tables.entries()) {
    const read = createRowReader(headings);
    for await (const batch of open()) {
      for (const values of batch) {
        const row = read(values);
        if (row?.path !== undefined) throw outOfOrder(row.path);
        if (row) yield { key: releaseKey(row.cells), table, values };
      }
    }
  }
}

/** About what its cells take in memory, in characters. */
function sizeOf(values: RowValues): number {
  let size = 0;
  for (const value of values) size += typeof value === 'string' ? value.length + 40 : value === undefined ? 8 : 48;
  return size;
}

function outOfOrder(path: string): FlattenError {
  const message = `Las filas no siguen el orden de «procesos», son muchas, y la de #path «${path}» solo se entiende en ese orden.`;
  return new FlattenError('ROW_WITHOUT_PLACE', message, {
    es: 'Ordenar las filas de cada tabla como salieron, o repartir los procesos en varias carpetas.',
    en: 'Sort the rows of each table as they were written, or spread the processes over several folders.',
  });
}
