import { setTimeout as pause } from 'node:timers/promises';
import { createDatabaseGate } from '../integration/queue/database-gate.js';
import { eventually } from '../integration/queue/eventually.js';
import { redisProgram, sayWithoutRedis } from '../integration/queue/redis-server.js';
import { createTestQueues, type TestQueues } from '../integration/queue/test-queues.js';

const backends = redisProgram ? (['postgres', 'redis'] as const) : (['postgres'] as const);
sayWithoutRedis('an outage with Redis');

describe.each(backends)('job queues on %s while the database is away', (backend) => {
  let test: TestQueues;

  beforeAll(async () => {
    test = await createTestQueues(backend);
  });
  afterAll(async () => {
    await test.reset();
    await test.remove();
  });

  it('wait, fail no job for it, report it once, and go on', async () => {
    const gate = await createDatabaseGate(test.databaseUrl);
    // The pause before a second attempt is longer than the outage: an attempt used up by it would show as a long wait.
    const timing = { ...test.options.timing, attempts: 2, backoffMs: 30_000 };
    const queues = await test.open({ databaseUrl: gate.url, timing });
    const runs = new Map<string, number>();
    let open = true;
    await queues.consume('publish', async ({ ocids: [ocid = ''] }) => {
      await pause(20);
      if (!open) throw new Error('the handler needs the database');
      runs.set(ocid, (runs.get(ocid) ?? 0) + 1);
    });
    const jobs = Array.from({ length: 60 }, (_, n) => ({ ocids: [`ocds-${n}`] }));
    await test.dataSource.transaction((manager) => queues.enqueue(manager, 'publish', jobs));
    await eventually('some have run', () => runs.size > 3);

    await gate.shut();
    open = false;
    const before = runs.size;
    await pause(2_000);
    expect(runs.size).toBeLessThanOrEqual(before + 1);
    open = true;
    await gate.open();

    await eventually('all but the interrupted one have run', () => runs.size >= 59);
    expect(await queues.counts('publish')).toMatchObject({ failed: 0 });
    expect(test.errors.length).toBeGreaterThan(0);
    expect(new Set(test.errors).size).toBe(test.errors.length);
    await queues.close();
    await gate.shut();
  });
});
