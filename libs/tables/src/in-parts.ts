import type { FlatRow } from '#ocds';

/** Excel's rows per worksheet, less the one with the headings. */
export const EXCEL_ROWS = 1_048_575;

type Batches = AsyncIterable<readonly FlatRow[]>;

/**
 * The batches, parted: each part but the last brings `size` rows, the last the rest, and is to be gone through to its
 * end before the next is begun. There is one part at least.
 */
export function inParts(batches: Batches, rowCount: number, size: number): readonly Batches[] {
  const parts = Math.max(1, Math.ceil(rowCount / size));
  const source = batches[Symbol.asyncIterator]();
  let rest: readonly FlatRow[] = [];

  async function* part(room: number): AsyncGenerator<readonly FlatRow[]> {
    for (let left = room; left > 0;) {
      if (rest.length === 0) {
        const next = await source.next();
        if (next.done) return;
        rest = next.value;
      }
      const taken = rest.slice(0, left);
      rest = rest.slice(taken.length);
      left -= taken.length;
      yield taken;
    }
  }

  // The last takes all there is, so that the source comes to its end and lets go of its file.
  return Array.from({ length: parts }, (_, index) => part(index === parts - 1 ? Infinity : size));
}

/** "items", "items-2", "items-3". */
export function partName(table: string, part: number): string {
  return part === 0 ? table : `${table}-${part + 1}`;
}
