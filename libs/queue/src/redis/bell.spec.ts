import { createBell } from './bell.js';

describe('a bell', () => {
  it('ends the wait of whoever waits', async () => {
    const bell = createBell();
    const start = Date.now();
    const waiting = bell.wait(10_000);
    bell.ring();
    await waiting;
    expect(Date.now() - start).toBeLessThan(1_000);
  });

  it('keeps a ring that nobody heard for the next wait, and only for that', async () => {
    const bell = createBell();
    bell.ring();
    bell.ring();
    const start = Date.now();
    await bell.wait(10_000);
    expect(Date.now() - start).toBeLessThan(1_000);
    await bell.wait(100);
    expect(Date.now() - start).toBeGreaterThanOrEqual(95);
  });
});
