import { DataSource } from 'typeorm';
import { createTestDatabase } from '../../../libs/database/src/embedded/test-database.js';
import { type JobQueues, type JobQueuesOptions, migrateQueues, openJobQueues } from '#queue';
import { createTestRedis, type TestRedis } from './redis-server.js';

/** Queues on a database (and a Redis) of their own. */
export interface TestQueues {
  readonly databaseUrl: string;
  readonly dataSource: DataSource;
  readonly redis: TestRedis | undefined;
  /** What a process of the product would be given. */
  readonly options: Omit<JobQueuesOptions, 'onError'>;
  readonly errors: string[];
  /** Opens queues that are closed at the next `reset`. */
  open(options?: Partial<JobQueuesOptions>): Promise<JobQueues>;
  /** Closes what is open and forgets all jobs. */
  reset(): Promise<void>;
  remove(): Promise<void>;
}

/** Short times, so that a death or a loss is noticed within a second or two. */
const timing = {
  backoffMs: 100,
  lockMs: 1_000,
  stalledCheckMs: 500,
  closeWaitMs: 5_000,
  reconnectMs: 100,
  relayPollMs: 500,
  sweepMs: 500,
  sweepAgeMs: 300,
};

export async function createTestQueues(backend: 'postgres' | 'redis'): Promise<TestQueues> {
  const database = await createTestDatabase();
  const redis = backend === 'redis' ? await createTestRedis() : undefined;
  const dataSource = await openPlainDataSource(database.url);
  await migrate(dataSource);
  const options = { databaseUrl: database.url, redisUrl: redis?.url, timing };
  const opened: JobQueues[] = [];
  const errors: string[] = [];
  return {
    databaseUrl: database.url,
    dataSource,
    redis,
    options,
    errors,
    async open(more = {}) {
      const queues = await openJobQueues({ ...options, onError: ({ message }) => errors.push(message), ...more });
      opened.push(queues);
      return queues;
    },
    async reset() {
      await Promise.all(opened.splice(0).map((queues) => queues.close()));
      await dataSource.query('TRUNCATE bullmq.job, bullmq.scheduler, queue.outbox CASCADE');
      await redis?.admin.flushall();
    },
    async remove() {
      await dataSource.destroy();
      await redis?.remove();
      await database.drop();
    },
  };
}

function openPlainDataSource(url: string): Promise<DataSource> {
  return new DataSource({ type: 'postgres', url, logging: false, poolErrorHandler: () => undefined }).initialize();
}

async function migrate(dataSource: DataSource): Promise<void> {
  await using runner = dataSource.createQueryRunner();
  await migrateQueues(await runner.connect());
}
