import type { Pool } from 'pg';
import { addJobsInTransaction } from './add-jobs-in-transaction.js';
import { countJobs, listFailed, retryFailedJobs } from './inspect-queue.js';
import type { AnyJob, ConsumeOptions, JobHandler, JobQueues, QueueName } from './job-queues.js';
import { PostgresQueue, PostgresWorker } from './postgres-classes.js';
import type { QueueSetup } from './queue-setup.js';
import { runWorker } from './run-worker.js';
import { listSchedules, removeSchedule, upsertSchedule } from './schedule-jobs.js';
import { trackConsumers } from './track-consumers.js';

/** The back end that needs nothing beside PostgreSQL: BullMQ's own tables in the schema `bullmq`. */
export function openPostgresQueues(pool: Pool, setup: QueueSetup): JobQueues {
  const queues = {
    publish: openQueue('publish'),
    connect: openQueue('connect'),
    intake: openQueue('intake'),
    mail: openQueue('mail'),
  };
  const consumers = trackConsumers(pool);
  return {
    backend: 'postgres',
    enqueue: (manager, name, jobs, options) => addJobsInTransaction(manager, name, jobs, setup.timing, options),
    consume: (name, handler, options = {}) => consumers.add(() => consume(name, handler, options)),
    upsertSchedule: (name, schedule) => upsertSchedule(queues[name], schedule, setup.timing),
    removeSchedule: (name, id) => removeSchedule(queues[name], id),
    schedules: (name) => listSchedules(queues[name]),
    counts: (name) => countJobs(queues[name]),
    failed: (name, limit) => listFailed(queues[name], limit),
    retryFailed: (name) => retryFailedJobs(queues[name]),
    close: () => consumers.closeThen(closeQueues),
  };

  function openQueue(name: QueueName) {
    const queue = new PostgresQueue<AnyJob>(name, { connection: pool });
    queue.on('error', setup.onError);
    return queue;
  }

  function consume<Job>(name: QueueName, handler: JobHandler<Job>, options: ConsumeOptions) {
    return runWorker(
      (processor, settings) => new PostgresWorker(name, processor, { ...settings, connection: pool }),
      handler,
      options,
      setup,
    );
  }

  async function closeQueues(): Promise<void> {
    for (const queue of Object.values(queues)) await queue.close();
  }
}
