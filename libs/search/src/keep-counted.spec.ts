import { setTimeout as pass } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { keepCounted } from './keep-counted.js';

/** Only tells one store from another: nothing is asked of it here. */
const store = () => ({}) as DataSource;

/** Counts how often it was counted. */
function counter(ms: number) {
  const seen = { times: 0, count: async () => pass(ms, ++seen.times) };
  return seen;
}

describe('what was counted', () => {
  it('is told again for fifty times what it took, and then counted anew', async () => {
    const one = store();
    const { count } = counter(4);
    expect(await keepCounted(one, 'a', count)).toBe(1);
    expect(await keepCounted(one, 'a', count)).toBe(1);
    await pass(1_000);
    expect(await keepCounted(one, 'a', count)).toBe(2);
  });

  it('is counted once for all who ask meanwhile', async () => {
    const one = store();
    const { count } = counter(20);
    expect(await Promise.all([1, 2, 3].map(() => keepCounted(one, 'a', count)))).toEqual([1, 1, 1]);
  });

  it('is not told to another question, nor of another store', async () => {
    const one = store();
    const { count } = counter(50);
    expect(await keepCounted(one, 'a', count)).toBe(1);
    expect(await keepCounted(one, 'b', count)).toBe(2);
    expect(await keepCounted(store(), 'a', count)).toBe(3);
  });

  it('is forgotten where counting failed', async () => {
    const one = store();
    await expect(keepCounted(one, 'a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await keepCounted(one, 'a', async () => 1)).toBe(1);
  });
});
