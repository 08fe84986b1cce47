import { bounded } from './bounded.js';

const nap = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, 5);
  });

describe('bounded work', () => {
  it('runs a few at a time, lets some wait and refuses the rest', async () => {
    const gate = bounded({ running: 2, waiting: 3 }, () => new Error('full'));
    let now = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++now);
      await nap();
      now--;
      return 'done';
    };
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => gate.run(work)));
    expect(results.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 5 }, () => 'fulfilled'),
      ...Array.from({ length: 3 }, () => 'rejected'),
    ]);
    expect(most).toBe(2);
  });

  it('goes on after work that failed', async () => {
    const gate = bounded({ running: 1, waiting: 1 }, () => new Error('full'));
    await expect(gate.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(gate.run(async () => 'next')).resolves.toBe('next');
  });
});
