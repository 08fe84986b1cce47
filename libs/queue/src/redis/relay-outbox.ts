import type { BulkJobOptions } from 'bullmq';
import type { Pool, PoolClient } from 'pg';
import type { AnyJob, QueueName } from '../job-queues.js';
import { runInTransaction } from '../run-in-transaction.js';
import { type OutboxKey, toJobId } from './outbox-job-id.js';

/** Rows carried over in one transaction. */
const BATCH = 500;

/** What is asked of the queue in Redis. */
export interface FilledQueue {
  readonly name: string;
  addBulk(jobs: { name: string; data: AnyJob; opts: BulkJobOptions }[]): Promise<unknown>;
}

interface UnsentRow extends OutboxKey {
  readonly payload: AnyJob;
  readonly delay_ms: number;
}

/**
 * Carries the committed jobs of a queue to Redis, in the order of their numbers. Relays of several processes take
 * different rows. When Redis or the database is lost half-way the rows count as unsent and are carried again under the
 * same ids: the row locks keep their jobs from finishing in between, so Redis still knows them and adds nothing.
 *
 * @returns how many jobs.
 */
export async function relayOutbox(pool: Pool, queue: FilledQueue): Promise<number> {
  let relayed = 0;
  for (;;) {
    const sent = await runInTransaction(pool, (client) => relayBatch(client, queue));
    relayed += sent;
    if (sent < BATCH) return relayed;
  }
}

async function relayBatch(client: PoolClient, queue: FilledQueue): Promise<number> {
  const rows = await takeUnsent(client, queue.name as QueueName);
  if (rows.length === 0) return 0;
  await queue.addBulk(
    rows.map((row) => ({ name: queue.name, data: row.payload, opts: { jobId: toJobId(row), delay: row.delay_ms } })),
  );
  await client.query('UPDATE queue.outbox SET sent_at = now() WHERE id = ANY($1::bigint[])', [
    rows.map(({ id }) => id),
  ]);
  return rows.length;
}

async function takeUnsent(client: PoolClient, queue: QueueName): Promise<UnsentRow[]> {
  const { rows } = await client.query<UnsentRow>(
    `SELECT id, token, payload,
            greatest(0, ceil(extract(epoch FROM available_at - clock_timestamp()) * 1000))::double precision AS delay_ms
       FROM queue.outbox
      WHERE queue = $1 AND sent_at IS NULL
      ORDER BY id
      LIMIT ${BATCH}
        FOR UPDATE SKIP LOCKED`,
    [queue],
  );
  return rows;
}
