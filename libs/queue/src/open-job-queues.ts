import type { JobQueues } from './job-queues.js';
import { openPostgresQueues } from './open-postgres-queues.js';
import { openQueuePool } from './open-queue-pool.js';
import type { QueueSetup } from './queue-setup.js';
import { defaultTiming, type QueueTiming } from './queue-timing.js';
import { openRedisQueues } from './redis/open-redis-queues.js';
import { reportSparingly } from './report-sparingly.js';

export interface JobQueuesOptions {
  /** PostgreSQL connection string of the database that holds the data, brought up to date by `migrateQueues`. */
  readonly databaseUrl: string;
  /** Jobs go to this Redis; without it they stay in PostgreSQL. */
  readonly redisUrl?: string | undefined;
  /** Begins every key in Redis; deployments that share a Redis need one each. */
  readonly redisPrefix?: string;
  /** Redis: carry jobs over from this process although it does not consume. */
  readonly relay?: boolean;
  /** Database connections of all consumers and queues together; each consumer keeps one, two must stay free. */
  readonly maxConnections?: number;
  readonly timing?: Partial<QueueTiming>;
  /** Told of failures that nobody awaits; the queues go on by themselves. The same message comes once a minute. */
  readonly onError: (error: Error) => void;
}

/**
 * Opens the queues of the product on PostgreSQL, or on Redis when its address is given.
 *
 * @throws QueueError `DATABASE_UNREACHABLE`, `QUEUES_NOT_MIGRATED` or `REDIS_UNREACHABLE`.
 */
export async function openJobQueues(options: JobQueuesOptions): Promise<JobQueues> {
  const setup: QueueSetup = {
    timing: { ...defaultTiming, ...options.timing },
    onError: reportSparingly(options.onError),
  };
  const pool = await openQueuePool(options.databaseUrl, options.maxConnections ?? 8, setup.onError);
  if (!options.redisUrl) return openPostgresQueues(pool, setup);
  try {
    const place = { url: options.redisUrl, prefix: options.redisPrefix ?? 'c7', relay: options.relay ?? false };
    return await openRedisQueues(pool, place, setup);
  } catch (error) {
    await pool.end();
    throw error;
  }
}
