import type { AnyJob, EnqueueOptions, QueueName, TransactionClient } from '../job-queues.js';
import { transactionOf } from '../transaction-of.js';

/** Relays listen here; a NOTIFY inside a transaction goes out at its commit. */
export const OUTBOX_CHANNEL = 'queue_outbox';

/** Stores jobs with the caller's data; a relay carries them to Redis after the commit. */
export async function writeOutbox(
  manager: TransactionClient,
  queue: QueueName,
  jobs: readonly AnyJob[],
  { delayMs = 0 }: EnqueueOptions = {},
): Promise<void> {
  const transaction = transactionOf(manager);
  if (jobs.length === 0) return;
  await transaction.query(
    `INSERT INTO queue.outbox (queue, payload, available_at)
     SELECT $1, job, clock_timestamp() + $3::double precision * interval '1 millisecond'
       FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS given (job, position)
      ORDER BY position`,
    [queue, JSON.stringify(jobs), delayMs],
  );
  await transaction.query('SELECT pg_notify($1, $2)', [OUTBOX_CHANNEL, queue]);
}
