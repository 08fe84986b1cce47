import type { DefaultJobOptions } from 'bullmq';
import type { QueueTiming } from './queue-timing.js';

/**
 * A finished job leaves at once, a failed one stays until it is retried. Never keep jobs by count: on PostgreSQL the
 * deletions of two consumers deadlock, and jobs that were done end as failed.
 */
export function jobOptions({ attempts, backoffMs }: QueueTiming): DefaultJobOptions {
  return {
    attempts,
    backoff: { type: 'exponential', delay: backoffMs },
    removeOnComplete: true,
    removeOnFail: false,
  };
}
