import { DataSource } from 'typeorm';
import { createTestDatabase } from '../../libs/database/src/embedded/test-database.js';
import { migrateQueues, openJobQueues, QueueError } from '#queue';

const onError = () => undefined;
const nowhere = { postgres: 'postgres://c7@127.0.0.1:1/c7', redis: 'redis://:secret@127.0.0.1:1' };

describe('opening the queues', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource({ type: 'postgres', url: database.url, logging: false }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const migrate = async () => {
    await using runner = dataSource.createQueryRunner();
    await migrateQueues(await runner.connect());
  };

  it('says which database it cannot open and what to do', async () => {
    const error = await openJobQueues({ databaseUrl: nowhere.postgres, onError }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(QueueError);
    expect(error).toMatchObject({ code: 'DATABASE_UNREACHABLE', remedy: expect.stringContaining('DATABASE_URL') });
  });

  it('asks for the migration of a new database', async () => {
    await expect(openJobQueues({ databaseUrl: database.url, onError })).rejects.toMatchObject({
      code: 'QUEUES_NOT_MIGRATED',
      remedy: expect.stringContaining('c7 migrate'),
    });
  });

  it('migrates a database once, from two processes at the same time, and again without harm', async () => {
    await Promise.all([migrate(), migrate()]);
    await migrate();
    const queues = await openJobQueues({ databaseUrl: database.url, onError });
    expect(await queues.counts('publish')).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0, completed: 0 });
    await queues.close();
  });

  it('lets a second writer enqueue while the transaction of the very first job is still open', async () => {
    const queues = await openJobQueues({ databaseUrl: database.url, onError });
    await dataSource.transaction(async (first) => {
      await queues.enqueue(first, 'publish', [{ ocids: ['a'] }]);
      await dataSource.transaction(async (second) => {
        await second.query(`SET LOCAL lock_timeout = '1s'`);
        await queues.enqueue(second, 'publish', [{ ocids: ['b'] }]);
      });
      expect(await queues.counts('publish')).toMatchObject({ waiting: 1 });
    });
    await queues.close();
  });

  it('names the Redis it cannot reach, without its password, and what to do', async () => {
    const error = await openJobQueues({ databaseUrl: database.url, redisUrl: nowhere.redis, onError }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: 'REDIS_UNREACHABLE', message: expect.stringContaining('127.0.0.1:1') });
    expect(String(error)).not.toContain('secret');
  });
});
