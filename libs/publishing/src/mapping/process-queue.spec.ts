import type { WaitingPiece } from './join-process.js';
import { createLastPlaces } from './last-places.js';
import { createProcessQueue } from './process-queue.js';

/** What comes out after each row of these keys, then at the end: of each process its key and the rows it has. */
function run(keys: readonly string[], mostInMemory?: number): readonly (readonly string[])[] {
  const last = createLastPlaces();
  for (const [place, key] of keys.entries()) last.see(key, place);
  using queue = createProcessQueue(last, mostInMemory);
  const steps = keys.map((key, place) => {
    queue.add(key, pieceOf(place));
    return [...queue.takeComplete()];
  });
  return [...steps, [...queue.takeRest()]].map((taken) =>
    taken.map(({ key, pieces }) => `${key} ${pieces.map(({ row }) => row).join()}`),
  );
}

function pieceOf(row: number): WaitingPiece {
  return { sheet: '', row, faulty: false, piece: { number: '1', members: { title: 'x'.repeat(100) } } };
}

describe('processes that wait for their rows', () => {
  it('come out with their last row, those that began earlier first', () => {
    expect(run(['a', 'a', 'b', 'c', 'b', 'd'])).toEqual([[], ['a 0,1'], [], [], ['b 2,4', 'c 3'], ['d 5'], []]);
  });

  it('come out of order rather than take too much memory', () => {
    expect(run(['long', 'b', 'c', 'd', 'long'], 400)).toEqual([[], [], ['b 1', 'c 2'], [], ['long 0,4', 'd 3'], []]);
  });

  it('wait on disk when all of them are long ones', () => {
    const keys = Array.from({ length: 400 }, (_, n) => `p${n % 100}`);
    const taken = run(keys, 2_000).flat();
    expect(new Set(taken)).toEqual(new Set(run(keys).flat()));
    expect(taken).toHaveLength(100);
  });
});
