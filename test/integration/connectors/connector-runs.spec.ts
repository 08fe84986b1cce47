import { setTimeout as pause } from 'node:timers/promises';
import {
  connectorHistory,
  connectorStates,
  keepConnectorsUp,
  loadConnector,
  pauseConnector,
  removeConnector,
  resumeConnector,
  runConnector,
  silentConnectors,
  startConnecting,
} from '#connectors';
import { examplePackage, exampleRelease } from '../../example-releases.js';
import { eventually } from '../queue/eventually.js';
import { openConnectors, type TestConnectors } from './open-connectors.js';
import { json, openSourceServer, type SourceServer } from './source-server.js';

let test: TestConnectors;
let source: SourceServer;
let next = 0;

beforeAll(async () => {
  test = await openConnectors();
});
afterAll(() => test.close());
beforeEach(async () => {
  source = await openSourceServer();
});
afterEach(async () => {
  await source.close();
  await test.platform.dataSource.query('DELETE FROM connector');
  await keepConnectorsUp(test.dependencies);
});

const fresh = () => examplePackage([exampleRelease(++next)]);
const query = (sql: string, parameters: unknown[] = []) => test.platform.dataSource.query(sql, parameters);
const http = (path: string, more = {}) =>
  test.add('http', { url: `${source.url}${path}`, hosts: ['127.0.0.1'] }, { ...more });
const stateOf = async (id: string) =>
  (await connectorStates(test.platform.dataSource)).find((state) => state.id === id)!;

/** A source that answers when it is let. */
function slow(path: string) {
  let release = () => {};
  source.answers.set(path, (request, response) => {
    release = () => json(fresh())(request, response);
  });
  return { asked: () => eventually('it is asked', () => source.asked.includes(path)), release: () => release() };
}

describe('one run at a time', () => {
  it('does nothing while another run of the connector is under way, in whatever process', async () => {
    const { asked, release } = slow('/a');
    const id = await http('/a');
    const first = test.run(id);
    await asked();
    const second = await runConnector(test.dependencies, id, { trigger: 'schedule' });
    expect(second).toEqual({ outcome: 'busy' });
    await expect(removeConnector(test.dependencies, id)).rejects.toMatchObject({ code: 'CONNECTOR_RUNNING' });
    release();
    expect(await first).toMatchObject({ outcome: 'done' });
    expect(await connectorHistory(test.platform.dataSource, id)).toHaveLength(1);
  });

  it('closes the run that a killed process left open, and goes on', async () => {
    source.answers.set('/a', json(fresh()));
    const id = await http('/a');
    await query(`INSERT INTO connector_run (connector_id, trigger) VALUES ($1, 'schedule')`, [id]);
    expect(await test.run(id)).toMatchObject({ outcome: 'done' });
    const [, killed] = await connectorHistory(test.platform.dataSource, id);
    expect(killed).toMatchObject({ outcome: 'interrupted', errorCode: 'RUN_INTERRUPTED' });
  });

  it('closes such a run although no other follows, and leaves one alone that is alive', async () => {
    const { asked, release } = slow('/viva');
    const dead = await http('/a');
    const alive = await http('/viva');
    await query(`INSERT INTO connector_run (connector_id, trigger) VALUES ($1, 'schedule')`, [dead]);
    const running = test.run(alive);
    await asked();
    await keepConnectorsUp(test.dependencies);
    expect((await stateOf(dead)).lastOutcome).toBe('interrupted');
    expect((await stateOf(alive)).lastOutcome).toBe('running');
    release();
    expect(await running).toMatchObject({ outcome: 'done' });
  });

  it('writes nothing any more once another run took its place', async () => {
    const { asked, release } = slow('/a');
    const id = await http('/a');
    const running = test.run(id);
    await asked();
    await query(`UPDATE connector_run SET outcome = 'interrupted', ended_at = now() WHERE connector_id = $1`, [id]);
    release();
    await expect(running).rejects.toMatchObject({ code: 'RUN_LOST' });
    expect(await query('SELECT FROM connector_file WHERE connector_id = $1', [id])).toEqual([]);
  });

  it('ends as interrupted when the process is to stop', async () => {
    const { asked } = slow('/a');
    const id = await http('/a');
    const stop = new AbortController();
    const running = runConnector(test.dependencies, id, { trigger: 'schedule', signal: stop.signal });
    await asked();
    stop.abort();
    expect(await running).toMatchObject({ outcome: 'interrupted', error: { code: 'RUN_INTERRUPTED' } });
  });
});

describe('the alarm', () => {
  const longAgo = (id: string, column: string) =>
    query(
      `UPDATE connector SET ${column} = now() - interval '3 hours', resumed_at = now() - interval '5 hours'
            WHERE id = $1`,
      [id],
    );

  it('is raised by a connector without a good run for longer than its tolerance, and ends with the next', async () => {
    const id = await http('/a');
    expect(await test.run(id)).toMatchObject({ outcome: 'failed' });
    expect((await stateOf(id)).alarm).toBeNull();
    await longAgo(id, 'last_success_at');
    const [silent] = await silentConnectors(test.platform.dataSource);
    expect(silent).toMatchObject({ id, alarm: 'no-success', lastOutcome: 'failed', lastErrorCode: 'HTTP_STATUS' });
    expect(Date.now() - silent!.silentSince!.getTime()).toBeGreaterThan(10_000_000);
    source.answers.set('/a', json(fresh()));
    await test.run(id);
    expect(await silentConnectors(test.platform.dataSource)).toEqual([]);
  });

  it('is raised where nothing new comes although the runs go well, and not by one that is paused', async () => {
    source.answers.set('/a', json(fresh()));
    const id = await http('/a', { newsWithinSeconds: 7_200 });
    await test.run(id);
    await longAgo(id, 'last_news_at');
    expect(await test.run(id)).toMatchObject({ outcome: 'unchanged' });
    expect((await stateOf(id)).alarm).toBe('no-news');
    await pauseConnector(test.dependencies, id);
    expect((await stateOf(id)).alarm).toBeNull();
    await resumeConnector(test.dependencies, id);
    expect((await stateOf(id)).alarm).toBeNull();
  });
});

describe('the schedule', () => {
  const scheduled = async () => (await test.platform.queues.schedules('connect')).map(({ id }) => id);

  it('runs what is due, until the process stops', async () => {
    source.answers.set('/a', json(fresh()));
    const id = await http('/a', { when: { everyMs: 1_000 } });
    const errors: Error[] = [];
    const connecting = await startConnecting(test.dependencies, { onError: (error) => errors.push(error) });
    const runs = () => connectorHistory(test.platform.dataSource, id);
    await eventually('it has run twice', async () => (await runs()).filter(({ endedAt }) => endedAt).length >= 2);
    await connecting.stop();
    const before = (await runs()).length;
    await pause(1_500);
    expect(await runs()).toHaveLength(before);
    expect((await runs()).at(-1)).toMatchObject({ trigger: 'schedule', outcome: 'done', files: 1 });
    expect(errors).toEqual([]);
  });

  it('takes up again at once what stopping interrupted', async () => {
    const { asked } = slow('/a');
    const id = await http('/a', { when: { everyMs: 3_600_000 } });
    const first = await startConnecting(test.dependencies, { onError: () => {} });
    await asked();
    await first.stop();
    source.answers.set('/a', json(fresh()));
    const second = await startConnecting(test.dependencies, { onError: () => {} });
    const outcomes = async () => (await connectorHistory(test.platform.dataSource, id)).map(({ outcome }) => outcome);
    await eventually('it has run again', async () => (await outcomes())[0] === 'done');
    await second.stop();
    expect(await outcomes()).toEqual(['done', 'interrupted']);
  });

  it('is ended by a pause and by removal, and set again where it was lost', async () => {
    const a = await http('/a');
    const b = await http('/b');
    expect((await scheduled()).sort()).toEqual([a, b].sort());
    await pauseConnector(test.dependencies, a);
    expect(await scheduled()).toEqual([b]);
    await resumeConnector(test.dependencies, a);
    await test.platform.queues.removeSchedule('connect', a);
    await keepConnectorsUp(test.dependencies);
    expect((await scheduled()).sort()).toEqual([a, b].sort());
    await removeConnector(test.dependencies, a);
    expect(await scheduled()).toEqual([b]);
    await expect(loadConnector(test.platform.dataSource, a)).rejects.toMatchObject({ code: 'CONNECTOR_UNKNOWN' });
  });
});

describe('what is refused', () => {
  const hosts = ['127.0.0.1'];
  const sftp = {
    host: 'x.example',
    port: 22,
    path: '/',
    user: 'c7',
    settleSeconds: 1,
    fingerprint: `SHA256:${'A'.repeat(43)}`,
  };
  it.each([
    ['http', { url: 'file:///etc/passwd', hosts }, 'url'],
    ['http', { url: 'https://user:clave@x.example/', hosts }, 'url'],
    ['http', { url: 'https://x.example/', hosts: [] }, 'hosts'],
    ['http', { url: 'https://x.example/', hosts, tokenEnv: 'DATABASE_URL' }, 'tokenEnv'],
    ['folder', { path: 'relativa', settleSeconds: 1 }, 'path'],
    ['sftp', { ...sftp, passwordEnv: 'C7_SECRET_A', fingerprint: 'MD5:aa' }, 'fingerprint'],
    ['sftp', sftp, 'passwordEnv'],
    ['sftp', { ...sftp, password: 'clave', passwordEnv: 'C7_SECRET_A' }, 'password'],
  ] as const)('a %s connector with %j, naming %s and no value', async (kind, config, named) => {
    const refused = await test.add(kind, config as never).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'CONFIG_INVALID', message: expect.stringContaining(named) });
    expect(String(refused)).not.toContain('clave');
  });

  it('a second one of a name, an unknown publisher, and a schedule that cannot be read; nothing stays', async () => {
    const id = await http('/a');
    await expect(http('/a', { id })).rejects.toMatchObject({ code: 'CONNECTOR_EXISTS' });
    await expect(http('/a', { publisherId: 'nadie' })).rejects.toMatchObject({ code: 'PUBLISHER_UNKNOWN' });
    await expect(http('/a', { when: { everyMs: 1_500 } })).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    await expect(http('/a', { when: { cron: 'x' } })).rejects.toMatchObject({ code: 'SCHEDULE_INVALID' });
    expect(await connectorStates(test.platform.dataSource)).toHaveLength(1);
  });
});
