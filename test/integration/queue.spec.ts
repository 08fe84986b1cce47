import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { PublishJob } from '#queue';
import { cutConnections } from './queue/cut-connections.js';
import { eventually } from './queue/eventually.js';
import { compileQueueProcesses, kill, type QueueProcesses } from './queue/queue-process.js';
import { redisProgram, sayWithoutRedis } from './queue/redis-server.js';
import { createTestQueues, type TestQueues } from './queue/test-queues.js';

const job = (ocid: string): PublishJob => ({ ocids: [ocid] });
const hold = () => new Promise<never>(() => undefined);

const backends = redisProgram ? (['postgres', 'redis'] as const) : (['postgres'] as const);
sayWithoutRedis('the queues on Redis');

describe.each(backends)('job queues on %s', (backend) => {
  let test: TestQueues;
  let processes: QueueProcesses;

  beforeAll(async () => {
    test = await createTestQueues(backend);
    processes = await compileQueueProcesses();
    await test.dataSource.query('CREATE TABLE job (note text)');
    await test.dataSource.query('CREATE SCHEMA elsewhere CREATE TABLE place (note text)');
  });
  afterEach(() => test.reset());
  afterAll(async () => {
    await processes.remove();
    await test.remove();
  });

  const enqueue = (jobs: readonly PublishJob[], delayMs = 0) =>
    test.dataSource.transaction(async (manager) => (await test.open()).enqueue(manager, 'publish', jobs, { delayMs }));

  it('shows a job to nobody before the commit, and runs it after', async () => {
    const queues = await test.open();
    const seen: string[] = [];
    await queues.consume('publish', async ({ ocids, batchId }) => void seen.push(...ocids, batchId ?? ''));
    await test.dataSource.transaction(async (manager) => {
      await queues.enqueue(manager, 'publish', [{ ocids: ['ocds-1', 'ocds-2'], batchId: '7' }]);
      await pause(700);
      expect(seen).toEqual([]);
      expect(await queues.counts('publish')).toMatchObject({ waiting: 0, active: 0, delayed: 0 });
    });
    await eventually('the job has run', () => seen.length > 0);
    expect(seen).toEqual(['ocds-1', 'ocds-2', '7']);
    await eventually('nothing is left', async () => (await queues.counts('publish')).active === 0);
    expect(await queues.counts('publish')).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0, completed: 0 });
  });

  it('leaves nothing of a job whose transaction was rolled back', async () => {
    const queues = await test.open();
    const seen: string[] = [];
    await queues.consume('publish', async ({ ocids }) => void seen.push(...ocids));
    const rolledBack = test.dataSource.transaction(async (manager) => {
      await queues.enqueue(manager, 'publish', [job('never')]);
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    await enqueue([job('after')]);
    await eventually('the later job has run', () => seen.length > 0);
    await pause(300);
    expect(seen).toEqual(['after']);
  });

  it('keeps the part of a transaction before a savepoint that was rolled back', async () => {
    const queues = await test.open();
    await test.dataSource.transaction(async (manager) => {
      await queues.enqueue(manager, 'publish', [job('kept')]);
      const inner = manager.transaction(async (nested) => {
        await queues.enqueue(nested, 'publish', [job('dropped'), job('dropped')]);
        throw new Error('inner');
      });
      await expect(inner).rejects.toThrow('inner');
    });
    expect(await queues.counts('publish')).toMatchObject({ waiting: 1 });
  });

  it('leaves the caller its search path and its tables, even one named like a table of BullMQ', async () => {
    const queues = await test.open();
    await test.dataSource.transaction(async (manager) => {
      await manager.query('SET LOCAL search_path TO elsewhere, "$user", public');
      await queues.enqueue(manager, 'publish', [job('a')]);
      await manager.query(`INSERT INTO place VALUES ('mine')`);
      await queues.enqueue(manager, 'publish', [job('b')]);
      await manager.query(`INSERT INTO job VALUES ('mine')`);
      expect(await manager.query('SHOW search_path')).toEqual([{ search_path: 'elsewhere, "$user", public' }]);
    });
    expect(
      await test.dataSource.query('SELECT note FROM elsewhere.place UNION ALL SELECT note FROM public.job'),
    ).toEqual([{ note: 'mine' }, { note: 'mine' }]);
    expect(await queues.counts('publish')).toMatchObject({ waiting: 2 });
  });

  it('does nothing for an empty list', async () => {
    const queues = await test.open();
    await enqueue([]);
    expect(await queues.counts('publish')).toMatchObject({ waiting: 0, delayed: 0 });
  });

  it('refuses a job outside a transaction', async () => {
    const queues = await test.open();
    await expect(queues.enqueue(test.dataSource.manager, 'publish', [job('a')])).rejects.toMatchObject({
      code: 'TRANSACTION_REQUIRED',
    });
  });

  it('runs 2,000 jobs of one transaction exactly once with three consumers', async () => {
    const queues = await test.open();
    const runs = new Map<string, number>();
    const count = async ({ ocids: [ocid = ''] }: PublishJob) => void runs.set(ocid, (runs.get(ocid) ?? 0) + 1);
    for (let n = 0; n < 3; n++) await queues.consume('publish', count, { concurrency: 4 });
    const ocids = Array.from({ length: 2_000 }, (_, n) => `ocds-${n}`);
    await enqueue(ocids.map(job));
    await eventually('all have run', () => runs.size === ocids.length, 50_000);
    await eventually('all are gone', async () => {
      const { waiting, active, delayed } = await queues.counts('publish');
      return waiting + active + delayed === 0;
    });
    expect([...runs.values()].filter((times) => times !== 1)).toEqual([]);
    expect((await queues.counts('publish')).failed).toBe(0);
  });

  it('does not run a delayed job before its time', async () => {
    const queues = await test.open();
    let ranAt = 0;
    await queues.consume('publish', async () => void (ranAt = Date.now()));
    const start = Date.now();
    await enqueue([job('later')], 3_000);
    await eventually('it waits for its time', async () => (await queues.counts('publish')).delayed === 1);
    await eventually('it has run', () => ranAt > 0);
    expect(ranAt - start).toBeGreaterThanOrEqual(3_000);
  });

  it('tries a failing job again after growing pauses, keeps it as failed, and retries it on demand', async () => {
    const queues = await test.open({ timing: { ...test.options.timing, attempts: 3 } });
    const starts: { attempt: number; at: number }[] = [];
    let broken = true;
    await queues.consume('publish', async (_, { attempt }) => {
      starts.push({ attempt, at: Date.now() });
      if (broken) throw new Error('the store is full');
    });
    await test.dataSource.transaction((manager) => queues.enqueue(manager, 'publish', [job('bad')]));
    await eventually('it is kept as failed', async () => (await queues.counts('publish')).failed === 1);
    expect(starts.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect(starts[1]!.at - starts[0]!.at).toBeGreaterThanOrEqual(95);
    expect(starts[2]!.at - starts[1]!.at).toBeGreaterThanOrEqual(195);
    const [failed] = await queues.failed('publish', 10);
    expect(failed).toMatchObject({ job: job('bad'), reason: 'the store is full', attempts: 3 });
    expect(Math.abs(failed!.failedAt.getTime() - Date.now())).toBeLessThan(10_000);

    expect(await queues.retryFailed('publish')).toBe(1);
    await eventually('it has failed three times more', async () => (await queues.counts('publish')).failed === 1);
    expect(starts).toHaveLength(6);
    broken = false;
    expect(await queues.retryFailed('publish')).toBe(1);
    await eventually('it is done', async () => starts.length === 7 && (await queues.counts('publish')).active === 0);
    expect(await queues.failed('publish', 10)).toEqual([]);
    expect(await queues.retryFailed('publish')).toBe(0);
  });

  it('brings a scheduled job back, apart from the other queue, until the schedule is removed', async () => {
    const queues = await test.open();
    const seen: string[] = [];
    const published: unknown[] = [];
    await queues.consume('connect', async ({ connectorId }) => void seen.push(connectorId));
    await queues.consume('publish', async (one) => void published.push(one));
    await queues.upsertSchedule('connect', { id: 'often', job: { connectorId: 'a' }, when: { everyMs: 1_000 } });
    await eventually('it has come back twice', () => seen.length >= 3);
    await queues.upsertSchedule('connect', { id: 'often', job: { connectorId: 'b' }, when: { everyMs: 1_000 } });
    await eventually('the new job has come back', () => seen.filter((one) => one === 'b').length >= 2);
    expect(await queues.removeSchedule('connect', 'often')).toBe(true);
    expect(await queues.removeSchedule('connect', 'often')).toBe(false);
    await pause(300);
    const before = seen.length;
    await pause(2_200);
    expect(seen).toHaveLength(before);
    expect(await queues.schedules('connect')).toEqual([]);
    expect(published).toEqual([]);
    expect(await queues.counts('connect')).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0, completed: 0 });
  });

  it("reads a cron pattern by Mexico City's clock, and leaves a schedule that stands as it is", async () => {
    const queues = await test.open();
    const daily = { id: 'daily', job: { connectorId: 'a' }, when: { cron: '30 5 * * *' } } as const;
    await queues.upsertSchedule('connect', daily);
    const [first] = await queues.schedules('connect');
    expect(first!.next!.toISOString()).toMatch(/T11:30:00.000Z$/);
    await queues.upsertSchedule('connect', daily);
    expect(await queues.schedules('connect')).toEqual([first]);
    expect(await queues.counts('connect')).toMatchObject({ delayed: 1 });
    await queues.upsertSchedule('connect', { ...daily, when: { cron: '30 5 * * *', tz: 'UTC' } });
    const moved = await queues.schedules('connect');
    expect(moved[0]!.next!.toISOString()).toMatch(/T05:30:00.000Z$/);
    expect(await queues.counts('connect')).toMatchObject({ delayed: 1 });
  });

  it('makes up once for the times at which no process ran', async () => {
    const queues = await test.open();
    await queues.upsertSchedule('connect', { id: 'often', job: { connectorId: 'a' }, when: { everyMs: 1_000 } });
    await pause(3_500);
    const again = await test.open();
    await again.upsertSchedule('connect', { id: 'often', job: { connectorId: 'a' }, when: { everyMs: 1_000 } });
    const starts: number[] = [];
    const start = Date.now();
    await again.consume('connect', async () => void starts.push(Date.now() - start));
    await eventually('it has come back', () => starts.length >= 2);
    expect(starts[0]).toBeLessThan(700);
    expect(starts[1]! - starts[0]!).toBeLessThan(1_500);
    expect(starts[1]! - starts[0]!).toBeGreaterThan(0);
  });

  it.each([
    { cron: '' },
    { cron: 'mañana' },
    { cron: '* * * *' },
    { cron: '61 * * * *' },
    { cron: '0 5 * * *', tz: 'America/Guadalajara' },
    { everyMs: 0 },
    { everyMs: 1_500.5 },
  ])('refuses the schedule %j', async (when) => {
    const queues = await test.open();
    const refused = queues.upsertSchedule('connect', { id: 'bad', job: { connectorId: 'a' }, when });
    await expect(refused).rejects.toMatchObject({ code: 'SCHEDULE_INVALID' });
    expect(await queues.schedules('connect')).toEqual([]);
  });

  it('starts a job again when the process that ran it was killed', async () => {
    const child = await processes.run(
      `import { openJobQueues } from './queue/index.js';
       const queues = await openJobQueues({ ...JSON.parse(process.argv[2]), onError() {} });
       await queues.consume('publish', async () => { process.send('started'); await new Promise(() => {}); });
       process.send('ready');`,
      test.options,
    );
    expect(await once(child, 'message')).toEqual(['ready', undefined]);
    const started = once(child, 'message');
    await enqueue([job('orphan')]);
    await started;
    const queues = await test.open();
    const attempts: number[] = [];
    await queues.consume('publish', async (_, { attempt }) => void attempts.push(attempt));
    await kill(child);
    const killedAt = Date.now();
    await eventually('it was started again', () => attempts.length > 0);
    expect(attempts).toEqual([2]);
    console.info(`${backend}: retaken ${Date.now() - killedAt} ms after the kill (lock 1,000 ms, check 500 ms)`);
  });

  it('waits for a running job when it closes', async () => {
    const queues = await test.open();
    const steps: string[] = [];
    const consumer = await queues.consume('publish', async () => {
      steps.push('started');
      await pause(500);
      steps.push('done');
    });
    await enqueue([job('slow'), job('next')]);
    await eventually('it has started', () => steps.length > 0);
    await consumer.close();
    expect(steps).toEqual(['started', 'done']);
    expect(await queues.counts('publish')).toMatchObject({ waiting: 1, active: 0, failed: 0 });
  });

  it('gives up a job that does not end when it closes, and another consumer takes it', async () => {
    const stuck = await test.open({ timing: { ...test.options.timing, closeWaitMs: 200 } });
    let started = false;
    await stuck.consume('publish', () => {
      started = true;
      return hold();
    });
    await enqueue([job('stuck')]);
    await eventually('it has started', () => started);
    await stuck.close();
    const queues = await test.open();
    const attempts: number[] = [];
    await queues.consume('publish', async (_, { attempt }) => void attempts.push(attempt));
    await eventually('it was started again', () => attempts.length > 0);
    expect(attempts).toEqual([2]);
  });

  it('goes on after all its connections were cut', async () => {
    const queues = await test.open();
    const seen = new Set<string>();
    await queues.consume('publish', async ({ ocids: [ocid = ''] }) => {
      await pause(20);
      seen.add(ocid);
    });
    const ocids = Array.from({ length: 60 }, (_, n) => `ocds-${n}`);
    await enqueue(ocids.slice(0, 50).map(job));
    await eventually('some have run', () => seen.size > 5);
    await cutConnections(test);
    await pause(200);
    await cutConnections(test);
    await enqueue(ocids.slice(50).map(job));
    await eventually('all have run', () => seen.size === ocids.length);
    expect((await queues.counts('publish')).failed).toBe(0);
  });

  it('leaves nothing open that keeps a process alive', async () => {
    const child = await processes.run(
      `import { openJobQueues } from './queue/index.js';
       const queues = await openJobQueues({ ...JSON.parse(process.argv[2]), relay: true, onError() {} });
       await queues.consume('publish', async () => {});
       await queues.close();
       process.disconnect();`,
      test.options,
    );
    expect(await once(child, 'exit')).toEqual([0, null]);
    const ours = `application_name = 'c7 queue' AND datname = current_database()`;
    expect(await test.dataSource.query(`SELECT pid FROM pg_stat_activity WHERE ${ours}`)).toEqual([]);
    const clients = String((await test.redis?.admin.client('LIST')) ?? 'id=the test itself');
    expect(clients.match(/\bid=/g)).toHaveLength(1);
  });

  it('refuses a consumer that would leave too few connections, and any after it was closed', async () => {
    const queues = await test.open({ maxConnections: 3 });
    await queues.consume('publish', hold);
    await expect(queues.consume('publish', hold)).rejects.toMatchObject({ code: 'TOO_MANY_CONSUMERS' });
    await queues.close();
    await expect(queues.consume('publish', hold)).rejects.toMatchObject({ code: 'QUEUES_CLOSED' });
  });
});
