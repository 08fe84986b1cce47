import type { WaitingPiece } from './join-process.js';
import { type LastPlaces, NEVER } from './last-places.js';
import { sizeOf } from './size-of.js';
import { createTextGroups, type TextGroups } from './text-groups.js';

/** Pieces that wait for the others of their process. Disposing of it deletes what is on disk. */
export interface ProcessQueue extends Disposable {
  /** @param key of the row whose place is next */
  add(key: string, piece: WaitingPiece): void;
  /** Processes of which no row is still to come. */
  takeComplete(): Generator<WholeProcess>;
  /** All others, when no row comes any more. */
  takeRest(): Generator<WholeProcess>;
}

export interface WholeProcess {
  readonly key: string;
  readonly pieces: readonly WaitingPiece[];
}

interface Group {
  readonly last: number;
  readonly pieces: WaitingPiece[];
  size: number;
}

const MOST_IN_MEMORY = 10_000_000;

/**
 * Gives processes as soon as they are complete, in the order in which they begin; out of it when too much waits. Where
 * even the incomplete ones are too much, as in a file whose rows are in no order, they go through temporary files.
 *
 * @param last where each process ends
 * @param mostInMemory characters of JSON, about
 */
export function createProcessQueue(last: LastPlaces, mostInMemory = MOST_IN_MEMORY): ProcessQueue {
  const groups = new Map<string, Group>();
  let spill: TextGroups | undefined;
  let place = -1;
  let size = 0;

  function putAside(key: string, piece: WaitingPiece): void {
    spill ??= createTextGroups();
    spill.add(key, JSON.stringify(piece));
  }

  function taken(key: string, group: Group): WholeProcess {
    groups.delete(key);
    size -= group.size;
    return { key, pieces: group.pieces };
  }

  /** Leaves at most half of what may wait, so that it is seldom needed. */
  function* relieve(): Generator<WholeProcess> {
    for (const [key, group] of groups) if (group.last <= place) yield taken(key, group);
    if (size <= mostInMemory / 2) return;
    for (const [key, group] of groups) {
      for (const piece of taken(key, group).pieces) putAside(key, piece);
      last.putAside(key);
    }
  }

  return {
    add(key, piece) {
      place++;
      const end = last.of(key);
      if (end === NEVER) return putAside(key, piece);
      const group = groups.get(key) ?? { last: end, pieces: [], size: 0 };
      if (group.pieces.push(piece) === 1) groups.set(key, group);
      const more = sizeOf(piece.piece);
      group.size += more;
      size += more;
    },
    *takeComplete() {
      for (const [key, group] of groups) {
        if (group.last > place) break;
        yield taken(key, group);
      }
      if (size > mostInMemory) yield* relieve();
    },
    *takeRest() {
      for (const [key, group] of groups) yield taken(key, group);
      if (spill === undefined) return;
      for (const { key, texts } of spill.groups()) {
        yield { key, pieces: texts.map((text) => JSON.parse(text) as WaitingPiece) };
      }
    },
    [Symbol.dispose]: () => spill?.[Symbol.dispose](),
  };
}
