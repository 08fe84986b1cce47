import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { OUTBOX_CHANNEL } from './write-outbox.js';

/**
 * Calls `onCommit` whenever jobs were committed to the outbox, and after each (re)connection, since what was told
 * meanwhile is lost. Keeps one connection of the pool until stopped.
 *
 * @returns the function that stops it.
 */
export function listenToOutbox(
  pool: Pool,
  onCommit: () => void,
  reconnectMs: number,
  onError: (error: Error) => void,
): () => Promise<void> {
  const stop = new AbortController();
  const listening = listenUntil(stop.signal);
  return () => {
    stop.abort();
    return listening;
  };

  async function listenUntil(stopped: AbortSignal): Promise<void> {
    while (!stopped.aborted) {
      try {
        await listenOnce(pool, onCommit, stopped);
      } catch (error) {
        onError(error as Error);
        await pause(reconnectMs, undefined, { signal: stopped }).catch(() => undefined);
      }
    }
  }
}

/** Resolves when stopped, rejects when the connection is lost. */
async function listenOnce(pool: Pool, onCommit: () => void, stopped: AbortSignal): Promise<void> {
  const client = await pool.connect();
  const lost = whenLost(client, stopped);
  try {
    client.on('notification', onCommit);
    await Promise.race([client.query(`LISTEN ${OUTBOX_CHANNEL}`), lost]);
    onCommit();
    await lost;
  } finally {
    client.removeListener('notification', onCommit);
    // Not given back: the next borrower would go on listening.
    client.release(true);
  }
}

function whenLost(client: PoolClient, stopped: AbortSignal): Promise<void> {
  const lost = new Promise<void>((resolve, reject) => {
    // A connection can fail more than once on its way out, and an error that nobody hears ends the process.
    client.on('error', reject);
    client.once('end', () => reject(new Error('The connection that listens to the outbox ended.')));
    stopped.addEventListener('abort', () => resolve(), { once: true });
    if (stopped.aborted) resolve();
  });
  lost.catch(() => undefined);
  return lost;
}
