import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { AnyJob } from '../job-queues.js';
import type { FindUnknown } from './sweep-outbox.js';

/** Asks Redis for the jobs of a queue in one round trip. */
export function findUnknownJobs(redis: Redis, queue: Queue<AnyJob>): FindUnknown {
  return async (jobIds) => {
    const asked = redis.pipeline();
    for (const jobId of jobIds) asked.exists(queue.toKey(jobId));
    const answers = (await asked.exec()) ?? [];
    return answers.map(([error, known]) => {
      if (error) throw error;
      return known === 0;
    });
  };
}
