import type { DataSource } from 'typeorm';
import { keptAMinute } from './kept-a-minute.js';

const store = {} as DataSource;
const SECOND = 1000;

function counting() {
  const clock = { now: 0, computed: 0, fails: false };
  const ask = keptAMinute<number>(
    () => (clock.fails ? Promise.reject(new Error('down')) : Promise.resolve(++clock.computed)),
    () => clock.now,
  );
  return { clock, ask: () => ask(store) };
}

describe('what is kept a minute', () => {
  it('is computed once for all who ask within it', async () => {
    const { clock, ask } = counting();
    expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
    clock.now = 59 * SECOND;
    expect(await ask()).toBe(1);
  });

  it('is given once more after it, and computed anew behind', async () => {
    const { clock, ask } = counting();
    await ask();
    clock.now = 61 * SECOND;
    expect(await ask()).toBe(1);
    await Promise.resolve();
    expect(await ask()).toBe(2);
  });

  it('is waited for when it is old', async () => {
    const { clock, ask } = counting();
    await ask();
    clock.now = 11 * 60 * SECOND;
    expect(await ask()).toBe(2);
  });

  it('stays as it is while it cannot be computed, and a first failure is not kept', async () => {
    const { clock, ask } = counting();
    clock.fails = true;
    await expect(ask()).rejects.toThrow('down');
    clock.fails = false;
    expect(await ask()).toBe(1);
    clock.fails = true;
    clock.now = 61 * SECOND;
    expect(await ask()).toBe(1);
  });
});
