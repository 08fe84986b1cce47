import type { Job } from 'bullmq';
import type { AnyJob, FailedJob, QueueCounts } from './job-queues.js';

/** What is asked of a BullMQ queue, whatever its datastore. */
export interface InspectedQueue {
  getJobCounts(...states: ('wait' | 'active' | 'delayed' | 'failed' | 'completed')[]): Promise<Record<string, number>>;
  getJobs(states: 'failed'[], start: number, end: number, ascending: boolean): Promise<Job<AnyJob>[]>;
}

/** Jobs read or moved at a time. */
const PAGE = 100;

export async function countJobs(queue: InspectedQueue): Promise<QueueCounts> {
  const counts = await queue.getJobCounts('wait', 'active', 'delayed', 'failed', 'completed');
  return {
    waiting: counts['wait'] ?? 0,
    active: counts['active'] ?? 0,
    delayed: counts['delayed'] ?? 0,
    failed: counts['failed'] ?? 0,
    completed: counts['completed'] ?? 0,
  };
}

/** The newest failed jobs first, `limit` at most. */
export async function listFailed<Data>(queue: InspectedQueue, limit: number): Promise<FailedJob<Data>[]> {
  if (limit < 1) return [];
  return (await queue.getJobs(['failed'], 0, limit - 1, false)).map((job) => asFailedJob<Data>(job));
}

/**
 * Puts every job that failed before this call back to waiting, with its full number of attempts. BullMQ's own bulk
 * retry leaves the attempts used up on Redis, so that such a job would get a single try.
 */
export async function retryFailedJobs(queue: InspectedQueue): Promise<number> {
  const start = Date.now();
  let retried = 0;
  for (;;) {
    const oldest = await queue.getJobs(['failed'], 0, PAGE - 1, true);
    const due = oldest.filter((job) => (job.finishedOn ?? 0) <= start);
    const moved = await Promise.allSettled(due.map(retry));
    const done = moved.filter((outcome) => outcome.status === 'fulfilled').length;
    retried += done;
    // Nothing left, or all of the page taken by somebody else's retry.
    if (done === 0) return retried;
  }
}

function retry(job: Job<AnyJob>): Promise<void> {
  return job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
}

function asFailedJob<Data>(job: Job): FailedJob<Data> {
  return {
    jobId: job.id ?? '',
    job: job.data as Data,
    reason: job.failedReason ?? '',
    attempts: job.attemptsMade,
    failedAt: new Date(job.finishedOn ?? job.timestamp),
  };
}
