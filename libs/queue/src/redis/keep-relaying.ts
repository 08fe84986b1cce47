import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { QueueSetup } from '../queue-setup.js';
import { createBell } from './bell.js';
import { listenToOutbox } from './listen-to-outbox.js';

/** The two chores of the outbox; each returns how many jobs it moved. */
export interface OutboxChores {
  relay(): Promise<number>;
  sweep(): Promise<number>;
}

/**
 * Relays when the database tells of a commit and every `relayPollMs`, sweeps every `sweepMs`, and goes on after any
 * failure.
 *
 * @returns the function that stops it, after the chore in hand.
 */
export function keepRelaying(
  pool: Pool,
  { relay, sweep }: OutboxChores,
  { timing, onError }: QueueSetup,
): () => Promise<void> {
  const bell = createBell();
  const stop = new AbortController();
  const stopListening = listenToOutbox(pool, bell.ring, timing.reconnectMs, onError);
  const working = work();
  return async () => {
    stop.abort();
    bell.ring();
    await Promise.all([stopListening(), working]);
  };

  async function work(): Promise<void> {
    let nextSweep = Date.now() + timing.sweepMs;
    while (!stop.signal.aborted) {
      try {
        await relay();
        if (Date.now() >= nextSweep) {
          nextSweep = Date.now() + timing.sweepMs;
          if ((await sweep()) > 0) continue;
        }
        await bell.wait(Math.min(timing.relayPollMs, timing.sweepMs));
      } catch (error) {
        onError(error as Error);
        // The bell is not heeded here: with Redis away every commit would ring for one more failure.
        await pause(timing.reconnectMs, undefined, { signal: stop.signal }).catch(() => undefined);
      }
    }
  }
}
