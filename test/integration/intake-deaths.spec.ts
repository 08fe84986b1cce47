import { setTimeout as pause } from 'node:timers/promises';
import { contract, csv } from '../contract-file.js';
import type { IntakeClient } from '../intake-client.js';
import { openIntake, type TestIntake } from '../open-intake.js';
import { tableStore } from '../table-store.js';
import { createTestRedis, redisProgram, sayWithoutRedis, type TestRedis } from './queue/redis-server.js';

sayWithoutRedis('uploads with their jobs in Redis');

describe.each(['postgres', ...(redisProgram ? ['redis'] : [])])('an upload with its jobs in %s', (backend) => {
  let redis: TestRedis | undefined;
  let intake: TestIntake;
  let client: IntakeClient;

  beforeAll(async () => {
    redis = backend === 'redis' ? await createTestRedis() : undefined;
    intake = await openIntake(redis ? { REDIS_URL: redis.url } : {});
    ({ client } = intake);
  });
  afterAll(async () => {
    await intake.close();
    await redis?.remove();
  });

  const long = (from: number, count = 1_500) =>
    csv(Array.from({ length: count }, (_, n) => contract(String(from + n))));
  const begin = async (content: string, query: string) => (await client.send(content, query)).body.id;

  it('is taken in and published as far as its releases go', async () => {
    const done = await client.settled(await begin(csv([contract('1')]), ''));
    expect(done).toMatchObject({ state: 'done', result: { processes: { new: 1 } } });
    const [release] = await tableStore(intake.test).releasesOf('1');
    await intake.test.publish([release!.ocid]);
  });

  it('is begun again after the process that read it stopped, and taken in once', async () => {
    const id = await begin(long(10_000), '');
    await client.settled(id, 'taking');
    await pause(300);
    await intake.stopReading();
    const [row] = (await intake.test.platform.dataSource.query('SELECT state, attempt FROM upload WHERE id = $1', [
      id,
    ])) as { state: string; attempt: number }[];
    if (row!.state === 'taking') expect(row!.attempt).toBe(0);
    await intake.read();
    expect((await client.settled(id)).state).toBe('done');
    expect(await tableStore(intake.test).releasesOf('10001')).toHaveLength(1);
  });

  it('is begun again when its process was killed and its job lost', async () => {
    await intake.stopReading();
    const id = await begin(csv([contract('2')]), 'preview=true');
    const { dataSource } = intake.test.platform;
    // What kill -9 leaves, and a Redis or a backup that lost the job.
    await dataSource.query(
      `UPDATE upload SET state = 'checking', attempt = 1, changed_at = now() - interval '1 hour' WHERE id = $1`,
      [id],
    );
    if (backend === 'postgres') await dataSource.query(`DELETE FROM bullmq.job WHERE queue = 'intake'`);
    else await dataSource.query(`DELETE FROM queue.outbox WHERE queue = 'intake'`);
    await intake.read();
    expect((await client.settled(id)).state).toBe('ready');
  });

  it('is given up after killing its process three times', async () => {
    await intake.stopReading();
    const id = await begin(csv([contract('3')]), 'preview=true');
    await intake.test.platform.dataSource.query(`UPDATE upload SET state = 'checking', attempt = 3 WHERE id = $1`, [
      id,
    ]);
    await intake.read();
    expect(await client.settled(id)).toMatchObject({ state: 'failed', error: { code: 'UNEXPECTED' } });
    expect((await client.ask('POST', `/api/v1/batches/${id}/retry`)).status).toBe(202);
    expect((await client.settled(id)).state).toBe('ready');
  });

  it('stops soon after it is cancelled, and leaves nothing', async () => {
    const id = await begin(long(30_000), 'preview=true');
    await client.settled(id, 'checking');
    expect((await client.ask('DELETE', `/api/v1/batches/${id}`)).body.state).toBe('cancelled');
    await pause(2_500);
    const [row] = (await intake.test.platform.dataSource.query(
      `SELECT state, (SELECT count(*)::int FROM upload_row WHERE upload_id = $1) AS rows,
              (SELECT count(*)::int FROM source_row WHERE ocid LIKE '%-E30001-2026') AS taken FROM upload WHERE id = $1`,
      [id],
    )) as unknown[];
    expect(row).toEqual({ state: 'cancelled', rows: 0, taken: 0 });
  });
});

describe('an upload that takes too long to read', () => {
  it('is refused, and others are read after it', async () => {
    const intake = await openIntake({ UPLOAD_TIMEOUT_SECONDS: '10' });
    try {
      const content = csv(Array.from({ length: 150_000 }, (_, n) => contract(String(n))));
      const { body } = await intake.client.send(content, 'preview=true');
      const refused = await intake.client.settled(body.id);
      expect(refused).toMatchObject({ state: 'refused', error: { code: 'TIME_LIMIT' } });
      expect(refused.error!.message.es).toBe('Leer el archivo tomó más de 10 segundos.');
      const next = await intake.client.send(csv([contract('1')]), 'preview=true');
      expect((await intake.client.settled(next.body.id)).state).not.toBe('received');
    } finally {
      await intake.close();
    }
  });
});
