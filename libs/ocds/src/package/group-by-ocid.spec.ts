import fc from 'fast-check';
import { DRAWERS } from './drawer-of.js';
import { groupByOcid, type Group, type Grouping } from './group-by-ocid.js';
import type { Shelf } from './shelf.js';

interface Item {
  readonly ocid: string;
  readonly n: number;
}

/** Shelves in memory, and how many of them are left standing. */
function createShelves() {
  const standing = new Set<Shelf>();
  let opened = 0;
  const openShelf = (): Shelf => {
    const drawers = Array.from({ length: DRAWERS }, (): string[] => []);
    const shelf: Shelf = {
      append: (drawer, line) => void drawers[drawer]!.push(line.slice(0, -1)),
      async *read(drawer) {
        for (const line of drawers[drawer]!) yield await Promise.resolve(line);
      },
      remove: () => void standing.delete(shelf),
    };
    opened++;
    standing.add(shelf);
    return shelf;
  };
  return { openShelf, standing, opened: () => opened };
}

function groupingWith(room: number, openShelf: () => Shelf): Grouping<Item> {
  return {
    ocidOf: ({ ocid }) => ocid,
    sizeOf: () => 1,
    toLine: (item) => JSON.stringify(item),
    fromLine: (line) => JSON.parse(line) as Item,
    room,
    openShelf,
  };
}

async function collect(groups: AsyncIterable<Group<Item>>): Promise<readonly Group<Item>[]> {
  const all: Group<Item>[] = [];
  for await (const group of groups) all.push(group);
  return all;
}

const items = (...ocids: readonly string[]): readonly Item[] => ocids.map((ocid, n) => ({ ocid, n }));

describe('groupByOcid', () => {
  it('gives what fits in memory in the order in which processes first appear, without a shelf', async () => {
    const { openShelf, opened } = createShelves();
    expect(await collect(groupByOcid(items('b', 'a', 'b'), groupingWith(9, openShelf)))).toEqual([
      [
        'b',
        [
          { ocid: 'b', n: 0 },
          { ocid: 'b', n: 2 },
        ],
      ],
      ['a', [{ ocid: 'a', n: 1 }]],
    ]);
    expect(opened()).toBe(0);
  });

  it('gives every process once and its items in their order, however little fits in memory', async () => {
    const ocids = fc.array(fc.string({ maxLength: 2 }), { maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(ocids, fc.integer({ min: 1, max: 20 }), async (names, room) => {
        const { openShelf, standing } = createShelves();
        const groups = await collect(groupByOcid(items(...names), groupingWith(room, openShelf)));
        const all = items(...names);
        const wanted = new Map(names.map((name) => [name, all.filter(({ ocid }) => ocid === name)]));
        expect(new Map(groups)).toEqual(wanted);
        expect(groups).toHaveLength(wanted.size);
        expect(standing.size).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  it('clears its shelves when nobody wants the rest', async () => {
    const { openShelf, standing, opened } = createShelves();
    for await (const _ of groupByOcid(items('a', 'b', 'c', 'd'), groupingWith(2, openShelf))) break;
    expect(opened()).toBe(1);
    expect(standing.size).toBe(0);
  });

  it('does not part a process that alone does not fit', async () => {
    const { openShelf, opened } = createShelves();
    expect(await collect(groupByOcid(items('a', 'a', 'a'), groupingWith(1, openShelf)))).toHaveLength(1);
    expect(opened()).toBe(0);
  });
});
