import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { migrateQueues } from '#queue';
import { createTestDatabase } from '../../libs/database/src/embedded/test-database.js';
import { openQueuePool } from '../../libs/queue/src/open-queue-pool.js';
import { runInTransaction } from '../../libs/queue/src/run-in-transaction.js';

describe('a connection of the queues that is cut', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let admin: Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    admin = new Client(database.url);
    await admin.connect();
    await migrateQueues(admin);
  });
  afterAll(async () => {
    await admin.end();
    await database.drop();
  });

  it('fails the transaction that waits for something else, and nothing more', async () => {
    const pool = await openQueuePool(database.url, 2, () => undefined);
    const cut = runInTransaction(pool, async (client) => {
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await admin.query('SELECT pg_terminate_backend($1)', [rows[0]!.pid]);
      await pause(200);
      await client.query('SELECT 1');
    });
    await expect(cut).rejects.toThrow('Client has encountered a connection error and is not queryable');
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });
});
