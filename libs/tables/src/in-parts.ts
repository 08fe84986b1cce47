import type { FlatRow } from '#ocds';

/** Excel's rows per worksheet, less the one with the headings. */
export const EXCEL_ROWS = 1_048_575;

/** Hands out the rows in groups of at most `size`, each to be gone through before the next is asked for. */
export async function* inParts(
  batches: AsyncIterable<readonly FlatRow[]>,
  size: number,
): AsyncGenerator<AsyncIterable<readonly FlatRow[]>> {
  const source = batches[Symbol.asyncIterator]();
  let rest: readonly FlatRow[] = [];
  let ended = false;
  do yield onePart();
  while (!ended || rest.length > 0);

  async function* onePart(): AsyncGenerator<readonly FlatRow[]> {
    for (let room = size; room > 0;) {
      if (rest.length === 0) {
        const next = await source.next();
        ended = next.done === true;
        if (next.done) return;
        rest = next.value;
      }
      const taken = rest.slice(0, room);
      rest = rest.slice(taken.length);
      room -= taken.length;
      yield taken;
    }
  }
}

/** How many parts a table takes; one at least. */
export function partsFor(rows: number, size: number): number {
  return Math.max(1, Math.ceil(rows / size));
}

/** "items", "items-2", "items-3". */
export function partName(table: string, part: number): string {
  return part === 0 ? table : `${table}-${part + 1}`;
}
