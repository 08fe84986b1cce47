import { OutboundError } from './outbound-error.js';
import { type RetryPolicy, withRetries } from './with-retries.js';

const policy: RetryPolicy = { attempts: 4, baseMs: 20, mostMs: 60, random: () => 1 };

async function failing(times: number, error: Error, given = policy, signal?: AbortSignal) {
  const starts: number[] = [];
  const outcome = await withRetries(
    async () => {
      starts.push(Date.now());
      if (starts.length <= times) throw error;
      return 'done';
    },
    given,
    signal,
  ).catch((thrown: unknown) => thrown);
  return { outcome, pauses: starts.slice(1).map((start, n) => start - starts[n]!) };
}

const passing = (retryAfterMs?: number) =>
  new OutboundError('HTTP_STATUS', 'ocupado', '', { retryable: true, retryAfterMs });

it('tries again after pauses that double up to the longest', async () => {
  const { outcome, pauses } = await failing(3, passing());
  expect(outcome).toBe('done');
  expect(pauses.map((ms, n) => ms >= [20, 40, 60][n]! - 1)).toEqual([true, true, true]);
});

it('shortens a pause to no less than half', async () => {
  const { pauses } = await failing(1, passing(), { ...policy, baseMs: 60, random: () => 0 });
  expect(pauses[0]).toBeGreaterThanOrEqual(29);
});

it('waits as long as the server asks, up to the longest pause', async () => {
  const { pauses } = await failing(1, passing(999_000));
  expect(pauses[0]).toBeGreaterThanOrEqual(59);
  expect(pauses[0]).toBeLessThan(1_000);
});

it('gives up after its attempts, and at once on what will not pass', async () => {
  expect((await failing(9, passing())).pauses).toHaveLength(3);
  const gone = new OutboundError('HTTP_STATUS', 'no está', '');
  expect(await failing(9, gone)).toEqual({ outcome: gone, pauses: [] });
  const ours = new TypeError('nuestro');
  expect(await failing(9, ours)).toEqual({ outcome: ours, pauses: [] });
});

it('stops waiting when it is told to', async () => {
  const stop = new AbortController();
  setTimeout(() => stop.abort('basta'), 20);
  const { outcome } = await failing(9, passing(), { ...policy, baseMs: 60_000, mostMs: 60_000 }, stop.signal);
  expect(outcome).toBe('basta');
});
