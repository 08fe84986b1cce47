import { addJobsInTransaction } from './add-jobs-in-transaction.js';
import type { JobQueues } from './job-queues.js';
import { defaultTiming } from './queue-timing.js';
import { writeOutbox } from './redis/write-outbox.js';

/** What it takes to add jobs, and nothing to serve them. */
export type JobWriter = Pick<JobQueues, 'enqueue'>;

/**
 * Adds jobs with the caller's own connection, opening none: for a thread that stores data beside the process that has
 * the queues open. That process, or any other, carries them on.
 */
export function jobWriter(backend: JobQueues['backend']): JobWriter {
  if (backend === 'redis') return { enqueue: writeOutbox };
  return {
    enqueue: (manager, name, jobs, options) => addJobsInTransaction(manager, name, jobs, defaultTiming, options),
  };
}
