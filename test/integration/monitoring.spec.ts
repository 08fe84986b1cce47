import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLog } from '#monitoring';
import { findPublisher, ingestFile } from '#publishing';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { createHttpApp } from '../../apps/api/src/create-http-app.js';
import { ProblemFilter } from '../../apps/api/src/problem.filter.js';
import { NestLog } from '../../apps/wiring/src/nest-log.js';
import { PlatformModule } from '../../apps/wiring/src/platform.module.js';
import { examplePackage, exampleRelease } from '../example-releases.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { writeInput } from '../write-input.js';

let test: TestPlatform;
let app: NestFastifyApplication;
let origin: string;
const lines: string[] = [];
const log = createLog({ level: 'debug', format: 'json', write: (line) => lines.push(line) });

async function serve(environment: Record<string, string> = {}) {
  test = await openTestPlatform(environment);
  const { trustedProxies } = test.platform.settings;
  app = await createHttpApp(ApiModule.with(PlatformModule.of(test.platform)), new NestLog(log), {
    log,
    trustedProxies,
  });
  app.useGlobalFilters(new ProblemFilter());
  await app.listen(0, '127.0.0.1');
  origin = await app.getUrl();
}
async function stop() {
  await app.close();
  await test.close();
}

const get = (path: string, headers: Record<string, string> = {}) => fetch(origin + path, { headers });
const written = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('a platform as its operator leaves it', () => {
  beforeAll(() => serve());
  afterAll(stop);

  it('gives back the id of a request, in the header and in problems, and logs by it', async () => {
    const id = '0af7651916cd43dd8448eb211c80319c';
    const reply = await get('/api/v1/records/ocds-no-hay', { 'x-request-id': id });
    expect(reply.headers.get('x-request-id')).toBe(id);
    expect(await reply.json()).toMatchObject({ status: 404, requestId: id });
    expect(written().findLast(({ requestId }) => requestId === id)).toMatchObject({
      message: 'petición',
      route: '/api/v1/records/:ocid',
      status: 404,
    });
    expect((await get('/healthz', { 'x-request-id': 'PEGJ800101AB1' })).headers.get('x-request-id')).toMatch(
      /^[0-9a-f-]{36}$/,
    );
  });

  it('logs nothing of who asks nor of what is asked', async () => {
    const planted = ['PEGJ800101AB1', 'maria.lopez@correo.example', 'clave-secretisima', '203.0.113.77'];
    const [rfc, email, password, address] = planted as [string, string, string, string];
    await get(`/api/v1/processes?q=${rfc}`, { cookie: `s=${password}`, 'x-forwarded-for': address });
    await get(`/api/v1/records/${rfc}?correo=${email}`, { authorization: `Bearer ${password}` });
    await get(`/no-existe/${email}?password=${password}`, {
      'user-agent': email,
      'x-request-id': rfc,
      referer: `http://x/${rfc}`,
    });
    await get(`/api/v1/releases?cursor=${email}&limit=${rfc}`);
    await fetch(`${origin}/api/v1/records`, {
      method: 'POST',
      body: JSON.stringify({ rfc, email, password }),
      headers: { 'content-type': 'application/json' },
    });
    expect(written().filter(({ message }) => message === 'petición').length).toBeGreaterThan(5);
    const all = lines.join('').toLowerCase();
    expect(planted.filter((text) => all.includes(text.toLowerCase()))).toEqual([]);
    expect(written().filter(({ route }) => String(route).includes('?'))).toEqual([]);
  });

  it('tells programs of its own machine its metrics', async () => {
    const publisher = await findPublisher(test.platform.dataSource, 'sepaf');
    const path = await writeInput(examplePackage([exampleRelease(1), exampleRelease(2)]));
    await test.publish((await ingestFile(test.platform, { path, publisher, profile: 'ocds' })).ocids);
    const reply = await get('/metrics');
    expect(reply.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const text = await reply.text();
    for (const line of [
      'c7_releases{state="published"} 2',
      'c7_records{} 2',
      'c7_records_pending 0',
      'c7_oldest_pending_seconds 0',
      'c7_change_position 2',
      'c7_queue_jobs{queue="publish",state="waiting"} 0',
      'c7_store_up 1',
      'c7_database_connections{state="waiting"} 0',
      'http_request_duration_seconds_count{method="GET",route="/api/v1/records/:ocid",status="404"} 2',
      'route="(ninguna)"',
      'process_memory_bytes{kind="rss"}',
      'nodejs_eventloop_delay_seconds{quantile="0.99"}',
    ]) {
      expect(text).toContain(line.replace('{}', ''));
    }
    expect(text).not.toMatch(/PEGJ|no-existe/);
  });

  it.each([['x-forwarded-for'], ['forwarded'], ['via'], ['x-real-ip']])(
    'tells nothing through a proxy (%s)',
    async (header) => {
      expect((await get('/metrics', { [header]: '127.0.0.1' })).status).toBe(403);
    },
  );

  it('is ready, and says of what', async () => {
    const reply = await get('/readyz');
    expect(reply.status).toBe(200);
    expect(await reply.json()).toMatchObject({
      status: 'ok',
      database: { ok: true },
      queue: { ok: true, waiting: 0 },
      migrations: { ok: true, missing: 0, unknown: 0 },
    });
  });

  it('is not ready on a store that another version has changed', async () => {
    await test.platform.dataSource.query(`INSERT INTO store_migration (timestamp, name) VALUES (9, 'FromTheFuture9')`);
    await new Promise((resolve) => {
      setTimeout(resolve, 1_100);
    });
    const reply = await get('/readyz');
    expect(reply.status).toBe(503);
    expect(await reply.json()).toMatchObject({ status: 'unavailable', migrations: { ok: false, unknown: 1 } });
  });
});

describe('a platform with a token for its metrics, behind a proxy that it trusts', () => {
  const token = 'palabra-de-paso-larga';
  beforeAll(() => serve({ METRICS_TOKEN: token, TRUSTED_PROXIES: '127.0.0.1' }));
  afterAll(stop);

  it('opens them to whoever shows it, and to nobody else', async () => {
    expect((await get('/metrics')).status).toBe(401);
    expect((await get('/metrics', { authorization: 'Bearer otra-palabra-larga' })).status).toBe(401);
    expect((await get('/metrics', { authorization: `Bearer ${token}` })).status).toBe(200);
    expect((await get('/metrics', { authorization: `Bearer ${token}`, 'x-forwarded-for': '203.0.113.7' })).status).toBe(
      200,
    );
  });
});
