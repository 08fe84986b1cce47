import { drawerOf, DRAWERS } from './drawer-of.js';
import type { PackedRelease } from './make-record.js';
import type { Shelf } from './shelf.js';
import type { Stream } from './write-packages.js';

/** A release with the process it belongs to. */
export interface ReleaseOfProcess extends PackedRelease {
  readonly ocid: string;
}

/** What is grouped, and how it is written down where it does not fit in memory. */
export interface Grouping<Item> {
  readonly ocidOf: (item: Item) => string;
  /** What it takes in memory, in characters. */
  readonly sizeOf: (item: Item) => number;
  /** A text without line breaks, of which `fromLine` makes the same again. */
  readonly toLine: (item: Item) => string;
  readonly fromLine: (line: string) => Item;
  /** Characters kept in memory at a time. */
  readonly room: number;
  readonly openShelf: () => Shelf;
}

/** What belongs to one contracting process, in the order in which it came. */
export type Group<Item> = readonly [ocid: string, items: readonly Item[]];

/** Partings of partings: at 256 drawers each, sixteen million drawers are enough for anything. */
const LEVELS = 3;

/**
 * What comes, by process. As long as it fits in the room it is kept in memory, and comes out in the order in which
 * processes first appear. More goes to a shelf, by a hash of the ocid, and comes out drawer by drawer; what does not
 * fit when it comes from a drawer is parted again. Memory follows the room, or the largest process if that is larger.
 */
export async function* groupByOcid<Item>(
  items: Stream<Item>,
  grouping: Grouping<Item>,
  level = 0,
): AsyncGenerator<Group<Item>> {
  const { ocidOf, sizeOf, fromLine, room, openShelf } = grouping;
  const groups = new Map<string, Item[]>();
  let size = 0;
  let shelf: Shelf | undefined;
  try {
    for await (const item of items) {
      if (shelf) {
        shelve(item, shelf, grouping, level);
        continue;
      }
      add(groups, ocidOf(item), item);
      size += sizeOf(item);
      if (size < room || groups.size === 1 || level === LEVELS) continue;
      shelf = openShelf();
      for (const group of groups.values()) for (const one of group) shelve(one, shelf, grouping, level);
      groups.clear();
    }
    if (!shelf) return yield* groups;
    for (let drawer = 0; drawer < DRAWERS; drawer++) {
      yield* groupByOcid(parsed(shelf.read(drawer), fromLine), grouping, level + 1);
    }
  } finally {
    shelf?.remove();
  }
}

function add<Item>(groups: Map<string, Item[]>, ocid: string, item: Item): void {
  const known = groups.get(ocid);
  if (known) known.push(item);
  else groups.set(ocid, [item]);
}

function shelve<Item>(item: Item, shelf: Shelf, { ocidOf, toLine }: Grouping<Item>, level: number): void {
  shelf.append(drawerOf(ocidOf(item), level), `${toLine(item)}\n`);
}

async function* parsed<Item>(lines: AsyncIterable<string>, fromLine: (line: string) => Item): AsyncGenerator<Item> {
  for await (const line of lines) yield fromLine(line);
}
