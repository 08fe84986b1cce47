import { setTimeout as pause } from 'node:timers/promises';
import type { JobHandler, JobQueues, PublishJob } from '#queue';
import { cutConnections } from './queue/cut-connections.js';
import { eventually } from './queue/eventually.js';
import { redisProgram, sayWithoutRedis } from './queue/redis-server.js';
import { createTestQueues, type TestQueues } from './queue/test-queues.js';

const job = (ocid: string): PublishJob => ({ ocids: [ocid] });
const hold = () => new Promise<never>(() => undefined);

sayWithoutRedis('the outbox and Redis');

(redisProgram ? describe : describe.skip)('the outbox in front of Redis', () => {
  let test: TestQueues;
  let queues: JobQueues;

  beforeAll(async () => {
    test = await createTestQueues('redis');
  });
  beforeEach(async () => {
    queues = await test.open();
  });
  afterEach(() => test.reset());
  afterAll(() => test.remove());

  const enqueue = (...ocids: readonly string[]) =>
    test.dataSource.transaction((manager) => queues.enqueue(manager, 'publish', ocids.map(job)));
  const outbox = async (which = 'true') =>
    Number((await test.dataSource.query(`SELECT count(*) AS rows FROM queue.outbox WHERE ${which}`))[0].rows);
  const noted =
    (seen: string[]): JobHandler =>
    async ({ ocids }) =>
      void seen.push(...ocids);

  it('closes in time while Redis is away', async () => {
    await queues.consume('publish', noted([]));
    await test.redis!.stop();
    const start = Date.now();
    await queues.close();
    expect(Date.now() - start).toBeLessThan(4_000);
    await test.redis!.start();
  });

  it('keeps the jobs, in order, until a relay comes', async () => {
    await enqueue('a', 'b');
    await enqueue('c');
    expect(await queues.counts('publish')).toMatchObject({ waiting: 3 });
    expect(await test.redis!.admin.keys('*:outbox-*')).toEqual([]);
    expect(await queues.relayOnce!()).toBe(3);
    expect(await queues.relayOnce!()).toBe(0);
    expect(await queues.counts('publish')).toMatchObject({ waiting: 3 });
    const seen: string[] = [];
    await queues.consume('publish', noted(seen));
    await eventually('all have run', () => seen.length === 3);
    expect(seen).toEqual(['a', 'b', 'c']);
    await eventually('the outbox is empty', async () => (await outbox()) === 0);
  });

  it('relays from a process that only opened the queues for that', async () => {
    await enqueue('a');
    await test.open({ relay: true });
    await eventually('it is in Redis', async () => (await test.redis!.admin.keys('*:outbox-*')).length === 1);
    expect(await queues.relayOnce!()).toBe(0);
  });

  it('relays at the commit, without waiting for its next look', async () => {
    const called = await test.open({ timing: { ...test.options.timing, relayPollMs: 60_000, sweepMs: 60_000 } });
    const seen: string[] = [];
    await called.consume('publish', noted(seen));
    await enqueue('first');
    await eventually('the first has run', () => seen.length === 1, 3_000);
    // A job runs before the relay that added it has committed: cutting it off then is another test.
    await eventually('the relay has committed', async () => (await outbox('sent_at IS NULL')) === 0, 3_000);
    await cutConnections(test);
    await pause(500);
    await enqueue('second');
    await eventually('the second has run', () => seen.length === 2, 3_000);
    expect(seen).toEqual(['first', 'second']);
  });

  it('adds a job once when the relay lost its transaction after adding it', async () => {
    const seen: string[] = [];
    let release: (() => void) | undefined;
    await queues.consume('publish', async ({ ocids }) => {
      seen.push(...ocids);
      await new Promise<void>((resolve) => (release = resolve));
    });
    await enqueue('a');
    await eventually('it runs', () => seen.length === 1);
    await test.dataSource.query('UPDATE queue.outbox SET sent_at = NULL');
    expect(await queues.relayOnce!()).toBe(1);
    release!();
    await eventually('the outbox is empty', async () => (await outbox()) === 0);
    await pause(300);
    expect(seen).toEqual(['a']);
    expect(await queues.counts('publish')).toMatchObject({ waiting: 0, active: 0, failed: 0 });
  });

  it('shares the rows among several relays without adding any twice', async () => {
    const others = await Promise.all([test.open(), test.open()]);
    await enqueue(...Array.from({ length: 1_300 }, (_, n) => `ocds-${n}`));
    const relayed = await Promise.all([queues, ...others].map((each) => each.relayOnce!()));
    expect(relayed.reduce((sum, count) => sum + count)).toBe(1_300);
    expect(await queues.counts('publish')).toMatchObject({ waiting: 1_300 });
  });

  it('brings back every job that a lost Redis forgot: waiting, running, delayed and failed', async () => {
    const once = await test.open({ timing: { ...test.options.timing, attempts: 1 } });
    await test.dataSource.transaction((manager) => once.enqueue(manager, 'publish', [job('failed')]));
    const failing = await once.consume('publish', () => Promise.reject(new Error('no')));
    await eventually('one has failed', async () => (await queues.counts('publish')).failed === 1);
    await failing.close();
    await enqueue('running');
    const stuck = await test.open({ timing: { ...test.options.timing, closeWaitMs: 100 } });
    let running = false;
    await stuck.consume('publish', () => {
      running = true;
      return hold();
    });
    await eventually('one runs', () => running);
    await stuck.close();
    await once.close();
    await enqueue('waiting');
    await test.dataSource.transaction((manager) =>
      queues.enqueue(manager, 'publish', [job('delayed')], { delayMs: 1_500 }),
    );
    await queues.relayOnce!();
    await enqueue('unsent');
    await test.redis!.admin.flushall();

    const seen: string[] = [];
    await queues.consume('publish', noted(seen));
    await eventually('all have run', () => new Set(seen).size === 5);
    await eventually('the outbox is empty', async () => (await outbox()) === 0);
    expect(seen.sort()).toEqual(['delayed', 'failed', 'running', 'unsent', 'waiting']);
  });

  it('passes over a job that was done already when Redis brings it back from an old copy', async () => {
    await enqueue('done', 'open');
    await queues.relayOnce!();
    await test.dataSource.query(`DELETE FROM queue.outbox WHERE payload -> 'ocids' ? 'done'`);
    const seen: string[] = [];
    await queues.consume('publish', noted(seen));
    await eventually('nothing waits', async () => {
      const { waiting, active } = await queues.counts('publish');
      return waiting + active === 0;
    });
    expect(seen).toEqual(['open']);
  });

  it('leaves alone what Redis still knows, however old', async () => {
    const sent = () => test.dataSource.query('SELECT id, sent_at FROM queue.outbox ORDER BY id');
    const starts: string[] = [];
    await queues.consume('publish', async ({ ocids }) => {
      starts.push(...ocids);
      await pause(1_500);
    });
    await enqueue('slow', 'patient');
    await eventually('the first runs', () => starts.length === 1);
    await queues.relayOnce!();
    const before = await sent();
    await pause(1_200);
    expect(await sent()).toEqual(before);
    await eventually('all have run', async () => (await outbox()) === 0);
    expect(starts).toEqual(['slow', 'patient']);
  });

  it('goes on enqueueing while Redis is away, and runs everything when it is back', async () => {
    const seen: string[] = [];
    await queues.consume('publish', noted(seen));
    await enqueue('before');
    await eventually('the first has run', () => seen.length === 1);
    await eventually('it is done', async () => (await outbox()) === 0);
    await test.redis!.stop();
    await enqueue('during-1', 'during-2');
    await pause(1_500);
    expect(seen).toEqual(['before']);
    await expect(queues.counts('publish')).rejects.toThrow(Error);
    await test.redis!.start();
    await enqueue('after');
    await eventually('all have run', () => seen.length === 4);
    expect(seen.sort()).toEqual(['after', 'before', 'during-1', 'during-2']);
  });

  it('keeps the jobs of two deployments apart by their prefix', async () => {
    const other = await test.open({ redisPrefix: 'other' });
    await enqueue('a');
    await queues.relayOnce!();
    expect(await other.counts('publish')).toMatchObject({ waiting: 0 });
  });
});
