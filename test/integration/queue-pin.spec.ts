import { createPostgresBackend, LATEST_SCHEMA_VERSION, type PgPool, Queue } from 'bullmq';
import { Client } from 'pg';
import { migrateQueues } from '#queue';
import bullmq from 'bullmq/package.json' with { type: 'json' };
import { lendConnection } from '../../libs/queue/src/lend-connection.js';
import { createTestDatabase } from '../../libs/database/src/embedded/test-database.js';

/**
 * Adding jobs with a borrowed connection rests on behaviour of BullMQ that no manual promises. When an upgrade fails
 * here, read what the new release sends and only then move the pin.
 */
describe('what we rely on in BullMQ 6.7', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let client: Client;
  let sent: string[];
  let lent: PgPool;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client(database.url);
    await client.connect();
    await migrateQueues(client);
  });
  beforeEach(async () => {
    sent = [];
    lent = lendConnection({
      query(text, parameters) {
        sent.push(text.replaceAll(/--.*\n|\s+/g, ' ').trim());
        return client.query(text, parameters as unknown[]) as never;
      },
    });
    await client.query('BEGIN; SET LOCAL search_path TO bullmq');
  });
  afterEach(() => client.query('ROLLBACK'));
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const open = () => new Queue('publish', { connection: lent, skipMetasUpdate: true }, createPostgresBackend);
  const jobs = async () => (await client.query('SELECT state, data FROM bullmq.job ORDER BY seq')).rows;

  it('is the version that was tried', () => {
    expect(bullmq.version).toMatch(/^6\.7\./);
    expect(LATEST_SCHEMA_VERSION).toBe(11);
  });

  it('takes an object with the shape of a pool for a pool and sends two statements for any number of jobs', async () => {
    const queue = open();
    await queue.addBulk([1, 2, 3].map((n) => ({ name: 'publish', data: { n } })));
    await queue.close();
    expect(sent).toEqual([
      expect.stringMatching(/^SELECT COALESCE\(MAX\(version\), 0\).* FROM "bullmq"\.migration$/),
      expect.stringMatching(/^SELECT .*add_jobs_bulk\(\$1, \$2::jsonb\)/),
    ]);
    expect(await jobs()).toEqual([1, 2, 3].map((n) => ({ state: 'waiting', data: { n } })));
  });

  it('neither commits nor ends the borrowed transaction', async () => {
    const queue = open();
    await queue.addBulk([{ name: 'publish', data: {} }]);
    await queue.close();
    await client.query('ROLLBACK');
    expect(await jobs()).toEqual([]);
  });

  it('wakes the workers by a NOTIFY of the same transaction', async () => {
    const heard: (string | undefined)[] = [];
    const listener = new Client(database.url);
    await listener.connect();
    await listener.query('LISTEN bullmq_jobs');
    listener.on('notification', ({ payload }) => heard.push(payload));
    const queue = open();
    await queue.addBulk([{ name: 'publish', data: {} }]);
    await listener.query('SELECT 1');
    expect(heard).toEqual([]);
    await client.query('COMMIT');
    await listener.query('SELECT pg_sleep(0.1)');
    await listener.end();
    expect(heard).toEqual(['publish']);
    await client.query('DELETE FROM bullmq.job');
  });

  it('keeps the functions bound to their own schema, whatever the search path of the caller', async () => {
    const { rows } = await client.query<{ proconfig: string[] }>(
      `SELECT proconfig FROM pg_proc WHERE pronamespace = 'bullmq'::regnamespace AND proname = 'add_jobs_bulk'`,
    );
    expect(rows).toEqual([{ proconfig: ['search_path=bullmq'] }]);
  });
});
