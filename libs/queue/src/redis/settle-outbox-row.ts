import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { JobHandler } from '../job-queues.js';
import type { QueueSetup } from '../queue-setup.js';
import { type OutboxKey, toOutboxKey } from './outbox-job-id.js';

/**
 * Ties a handler to the outbox. A job whose row is gone was done before Redis forgot that, and is passed over; the row of
 * a job that is done goes before Redis removes the job, so that a row whose job Redis does not know is always a job that
 * Redis lost. While the database is away the job is held: it could only fail and use up its attempts.
 */
export function settleOutboxRow<Job>(pool: Pool, handler: JobHandler<Job>, setup: QueueSetup): JobHandler<Job> {
  return async (job, context) => {
    const key = toOutboxKey(context.jobId);
    if (key && !(await whenReachable(() => isPending(pool, key)))) return;
    await handler(job, context);
    if (key) await whenReachable(() => forget(pool, key));
  };

  async function whenReachable<Result>(work: () => Promise<Result>): Promise<Result> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (pool.ending || !isAway(error as Error)) throw error;
        setup.onError(error as Error);
        await pause(setup.timing.reconnectMs);
      }
    }
  }
}

async function isPending(pool: Pool, { id, token }: OutboxKey): Promise<boolean> {
  const { rowCount } = await pool.query('SELECT FROM queue.outbox WHERE id = $1 AND token = $2', [id, token]);
  return rowCount === 1;
}

async function forget(pool: Pool, { id, token }: OutboxKey): Promise<void> {
  await pool.query('DELETE FROM queue.outbox WHERE id = $1 AND token = $2', [id, token]);
}

/**
 * The server ended the session, refuses new ones for now, or was not reached at all: then the code is none of its
 * SQLSTATEs, of which no class begins with E.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
function isAway({ code = '' }: Error & { readonly code?: string }): boolean {
  return !/^[0-9A-DF-Z][0-9A-Z]{4}$/.test(code) || /^(08|53300|57P0)/.test(code);
}
