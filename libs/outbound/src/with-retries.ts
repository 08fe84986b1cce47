import { setTimeout as pause } from 'node:timers/promises';
import { OutboundError } from './outbound-error.js';

export interface RetryPolicy {
  /** Times something is tried at most. */
  readonly attempts: number;
  /** Pause before the second attempt in milliseconds; it doubles with each further one. */
  readonly baseMs: number;
  /** Longest pause. */
  readonly mostMs: number;
  /** From 0 to 1, for the jitter. */
  readonly random: () => number;
}

export const defaultRetries: RetryPolicy = { attempts: 5, baseMs: 1_000, mostMs: 60_000, random: Math.random };

/**
 * Tries again what failed for a reason that may pass, after growing pauses: half of each is fixed and half is random,
 * so that many who failed together do not come back together. A server that asks to wait is obeyed, up to the longest
 * pause.
 *
 * @throws the last error; an aborted signal throws its reason.
 */
export async function withRetries<Result>(
  work: () => Promise<Result>,
  policy: RetryPolicy,
  signal?: AbortSignal,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof OutboundError) || !error.retryable || attempt >= policy.attempts) throw error;
      await waitFor(pauseBefore(attempt, error, policy), signal);
    }
  }
}

function pauseBefore(attempt: number, { retryAfterMs = 0 }: OutboundError, policy: RetryPolicy): number {
  const { baseMs, mostMs, random } = policy;
  const whole = Math.min(mostMs, baseMs * 2 ** (attempt - 1));
  return Math.min(mostMs, Math.max(retryAfterMs, whole / 2 + (random() * whole) / 2));
}

async function waitFor(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await pause(ms, undefined, signal && { signal }).catch((error: unknown) => {
    throw signal?.reason ?? error;
  });
}
