import { jobOptions } from './job-options.js';
import type { AnyJob, EnqueueOptions, QueueName, TransactionClient } from './job-queues.js';
import { lendConnection } from './lend-connection.js';
import { PostgresQueue } from './postgres-classes.js';
import type { QueueTiming } from './queue-timing.js';
import { transactionOf } from './transaction-of.js';
import { withinBullmqSchema } from './within-bullmq-schema.js';

/**
 * Adds jobs to the PostgreSQL back end with the connection that holds the caller's transaction, in one statement. A
 * NOTIFY inside a transaction goes out at its commit, so consumers wake then and not before.
 */
export async function addJobsInTransaction(
  manager: TransactionClient,
  name: QueueName,
  jobs: readonly AnyJob[],
  timing: QueueTiming,
  { delayMs }: EnqueueOptions = {},
): Promise<void> {
  const transaction = transactionOf(manager);
  if (jobs.length === 0) return;
  const opts = { ...jobOptions(timing), delay: delayMs ?? 0 };
  await withinBullmqSchema(transaction, async () => {
    const connection = lendConnection(transaction);
    const queue = new PostgresQueue<AnyJob>(name, { connection, skipMetasUpdate: true });
    await queue.addBulk(jobs.map((data) => ({ name, data, opts })));
    await queue.close();
  });
}
