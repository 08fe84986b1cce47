import { Queue, Worker } from 'bullmq';
import type { Pool } from 'pg';
import { countJobs, listFailed, retryFailedJobs } from '../inspect-queue.js';
import { jobOptions } from '../job-options.js';
import type { AnyJob, ConsumeOptions, JobHandler, JobQueues, QueueName } from '../job-queues.js';
import type { QueueSetup } from '../queue-setup.js';
import { runWorker } from '../run-worker.js';
import { listSchedules, removeSchedule, upsertSchedule } from '../schedule-jobs.js';
import { settlesWithin } from '../settles-within.js';
import { trackConsumers } from '../track-consumers.js';
import { connectRedis } from './connect-redis.js';
import { countUnsent } from './count-unsent.js';
import { findUnknownJobs } from './find-unknown-jobs.js';
import { keepRelaying } from './keep-relaying.js';
import { redisOptions } from './redis-options.js';
import { relayOutbox } from './relay-outbox.js';
import { settleOutboxRow } from './settle-outbox-row.js';
import { sweepOutbox } from './sweep-outbox.js';
import { writeOutbox } from './write-outbox.js';

export interface RedisPlace {
  readonly url: string;
  /** Begins every key. */
  readonly prefix: string;
  /** Whether this process carries jobs over although it does not consume. */
  readonly relay: boolean;
}

/**
 * The back end for more than one machine: jobs wait in the database's outbox until a relay carries them to Redis, and
 * leave it when they are done, so a lost Redis loses no job.
 *
 * @throws QueueError `REDIS_UNREACHABLE`.
 */
export async function openRedisQueues(pool: Pool, place: RedisPlace, setup: QueueSetup): Promise<JobQueues> {
  const { timing, onError } = setup;
  const redis = await connectRedis(place.url, onError);
  const queues = {
    publish: openQueue('publish'),
    connect: openQueue('connect'),
    intake: openQueue('intake'),
    mail: openQueue('mail'),
  };
  const consumers = trackConsumers(pool);
  let stopRelaying = place.relay ? keepRelaying(pool, { relay, sweep }, setup) : undefined;
  return {
    backend: 'redis',
    enqueue: writeOutbox,
    consume: (name, handler, options = {}) => consumers.add(() => consume(name, handler, options)),
    upsertSchedule: (name, schedule) => upsertSchedule(queues[name], schedule, timing),
    removeSchedule: (name, id) => removeSchedule(queues[name], id),
    schedules: (name) => listSchedules(queues[name]),
    async counts(name) {
      const [known, unsent] = await Promise.all([countJobs(queues[name]), countUnsent(pool, name)]);
      return { ...known, waiting: known.waiting + unsent.waiting, delayed: known.delayed + unsent.delayed };
    },
    failed: (name, limit) => listFailed(queues[name], limit),
    retryFailed: (name) => retryFailedJobs(queues[name]),
    relayOnce: relay,
    close: () => consumers.closeThen(closeConnections),
  };

  function openQueue(name: QueueName): Queue<AnyJob> {
    const defaultJobOptions = jobOptions(timing);
    const queue = new Queue<AnyJob>(name, { connection: redis, prefix: place.prefix, defaultJobOptions });
    queue.on('error', onError);
    return queue;
  }

  function consume<Job>(name: QueueName, handler: JobHandler<Job>, options: ConsumeOptions) {
    stopRelaying ??= keepRelaying(pool, { relay, sweep }, setup);
    const connection = { ...redisOptions, url: place.url, maxRetriesPerRequest: null };
    return runWorker(
      (processor, settings) => new Worker(name, processor, { ...settings, connection, prefix: place.prefix }),
      settleOutboxRow(pool, handler, setup),
      options,
      setup,
    );
  }

  async function relay(): Promise<number> {
    let relayed = 0;
    for (const queue of Object.values(queues)) relayed += await relayOutbox(pool, queue);
    return relayed;
  }

  async function sweep(): Promise<number> {
    let lost = 0;
    for (const queue of Object.values(queues)) {
      lost += await sweepOutbox(pool, queue.name, timing.sweepAgeMs, findUnknownJobs(redis, queue));
    }
    return lost;
  }

  async function closeConnections(): Promise<void> {
    if (stopRelaying) await settlesWithin(stopRelaying(), timing.closeWaitMs);
    for (const queue of Object.values(queues)) await queue.close();
    redis.disconnect();
  }
}
