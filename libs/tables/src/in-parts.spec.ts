import type { FlatRow } from '#ocds';
import { inParts } from './in-parts.js';

const row = (number: number): FlatRow => [number];

/** Rows in batches of three, and whether they were read to the end. */
function source(count: number) {
  const state = { ended: false };
  async function* batches() {
    for (let at = 0; at < count; at += 3) yield [at, at + 1, at + 2].filter((one) => one < count).map(row);
    state.ended = true;
  }
  return { batches: batches(), state };
}

describe('parts of a table', () => {
  it.each([
    [0, 4, [[]]],
    [3, 4, [[0, 1, 2]]],
    [4, 4, [[0, 1, 2, 3]]],
    [
      8,
      4,
      [
        [0, 1, 2, 3],
        [4, 5, 6, 7],
      ],
    ],
    [9, 4, [[0, 1, 2, 3], [4, 5, 6, 7], [8]]],
  ])('of %i rows, at most %i each', async (count, size, expected) => {
    const { batches, state } = source(count);
    const parts: unknown[][] = [];
    for (const part of inParts(batches, count, size)) {
      const rows: unknown[] = [];
      for await (const batch of part) rows.push(...batch.flat());
      parts.push(rows);
    }
    expect(parts).toEqual(expected);
    expect(state.ended).toBe(true);
  });
});
