import fc from 'fast-check';
import type { JsonObject } from '../json.js';
import type { Shelf } from '../package/shelf.js';
import { createFlattener } from './create-flattener.js';
import { type StreamedTable, unflattenStreams, type UnflattenRoom } from './unflatten-streams.js';
import { unflattenTables, type UnflattenTable } from './unflatten-tables.js';

type Rows = Iterable<readonly unknown[]>;

/** The tables of releases, with the rows of each in the order that is asked for. */
function tablesOf(releases: readonly JsonObject[], order = (rows: readonly (readonly unknown[])[]): Rows => rows) {
  const flattener = createFlattener();
  for (const release of releases) flattener.add(release);
  const rows = flattener.takeRows();
  return flattener.tables().map(({ name, columns }) => ({
    headings: columns.map(({ heading }) => heading),
    rows: order(rows.get(name)!.map((row) => columns.map(({ index }) => row[index]))),
  })) as readonly UnflattenTable[];
}

/** The same, read in batches of two rows, each table in two parts. */
function streamed(tables: readonly UnflattenTable[]): readonly StreamedTable[] {
  return tables.flatMap(({ headings, rows }) => {
    const all = [...rows];
    const part = (from: number, to: number): StreamedTable => ({
      headings,
      async *open() {
        for (let at = from; at < to; at += 2) yield await Promise.resolve(all.slice(at, Math.min(at + 2, to)));
      },
    });
    const middle = all.length >> 1;
    return [part(0, middle), part(middle, all.length)];
  });
}

const noRoom: UnflattenRoom = {
  room: 0,
  openShelf: () => {
    throw new Error('No shelf is needed.');
  },
};

function shelfInMemory(): Shelf {
  const drawers = new Map<number, string[]>();
  return {
    append: (drawer, line) => void drawers.set(drawer, [...(drawers.get(drawer) ?? []), line.slice(0, -1)]),
    async *read(drawer) {
      for (const line of drawers.get(drawer) ?? []) yield await Promise.resolve(line);
    },
    remove: () => drawers.clear(),
  };
}

async function collect(releases: AsyncIterable<JsonObject>): Promise<readonly JsonObject[]> {
  const all: JsonObject[] = [];
  for await (const release of releases) all.push(release);
  return all;
}

const item = fc.record(
  {
    id: fc.constantFrom('1', '2', 3),
    title: fc.string(),
    documents: fc.array(fc.record({ id: fc.constantFrom('d', 'e') })),
  },
  { requiredKeys: [] },
);
const release = fc.record(
  {
    ocid: fc.constantFrom('o1', 'o2'),
    id: fc.constantFrom('a', 'b', 'c'),
    awards: fc.array(item, { maxLength: 3 }),
    tender: fc.record({ items: fc.array(item, { maxLength: 3 }) }),
  },
  { requiredKeys: [] },
);

const told = (n: number): JsonObject => ({
  ocid: 'o',
  id: `r${n}`,
  awards: [{ id: 'a', items: [{ id: 'i1' }, { id: 'i2' }] }, { id: 'b' }],
});

describe('reading tables back as streams', () => {
  it('gives what reading them whole gives, also where identifiers are missing or repeated', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(release, { maxLength: 6 }), async (releases) => {
        const tables = tablesOf(releases as unknown as readonly JsonObject[]);
        expect(await collect(unflattenStreams(streamed(tables), noRoom))).toEqual(unflattenTables(tables));
      }),
      { numRuns: 400 },
    );
  });

  it('gathers rows that follow another order than the releases, in memory or on a shelf', async () => {
    const releases = [told(1), told(2), told(3)];
    const tables = tablesOf(releases, (rows) => (rows.length === 3 ? rows : [...rows.slice(3), ...rows.slice(0, 3)]));
    for (const room of [1e6, 1]) {
      const back = await collect(unflattenStreams(streamed(tables), { room, openShelf: shelfInMemory }));
      expect(back).toHaveLength(3);
      expect(back).toEqual(expect.arrayContaining([...unflattenTables(tables)]));
    }
  });

  it('reads tables of another shape than ours', async () => {
    const headings = ['ocid', 'id', 'awards/0/id', 'awards/0/items/0/id'];
    const tables = [{ headings, rows: [['o', 'r', 'a', 'i1'], ['o', 'r', 'a', 'i2']] }]; // prettier-ignore
    for (const room of [1e6, 1]) {
      expect(await collect(unflattenStreams(streamed(tables), { room, openShelf: shelfInMemory }))).toEqual([
        { ocid: 'o', id: 'r', awards: [{ id: 'a', items: [{ id: 'i1' }, { id: 'i2' }] }] },
      ]);
    }
  });

  it('refuses rows out of order whose place is told by counting, when they do not fit in memory', async () => {
    const nameless = ['w', 'x', 'y', 'z'].map((title) => ({ awards: [{ title }] }));
    const tables = tablesOf(nameless, (rows) => rows.toReversed());
    const read = (room: number) => collect(unflattenStreams(streamed(tables), { room, openShelf: shelfInMemory }));
    await expect(read(1)).rejects.toMatchObject({ code: 'ROW_WITHOUT_PLACE' });
    expect(await read(1e6)).toEqual(unflattenTables(tables));
  });

  it('says in a path that leads nowhere what it was', async () => {
    const tables = [
      { headings: ['ocid', 'id'], rows: [['o', 'r'], ['o', 's']] }, // prettier-ignore
      { headings: ['awards/0/title', '#path'], rows: [['x', '1/awards/7']] },
    ];
    await expect(collect(unflattenStreams(streamed(tables), noRoom))).rejects.toThrow('«1/awards/7»');
  });
});
