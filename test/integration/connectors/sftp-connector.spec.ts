import { runConnector } from '#connectors';
import { examplePackage, exampleRelease } from '../../example-releases.js';
import { openConnectors, type TestConnectors } from './open-connectors.js';
import { openTestSftp, type TestSftp } from './sftp-server.js';

let test: TestConnectors;
let server: TestSftp;
let next = 0;

beforeAll(async () => {
  test = await openConnectors({ CONNECTOR_MAX_MEGABYTES: '1', CONNECTOR_TIMEOUT_SECONDS: '2' });
});
afterAll(() => test.close());
beforeEach(async () => {
  server = await openTestSftp('clave');
});
afterEach(() => server.close());

const environment = { C7_SECRET_SFTP: 'clave' };
const put = (name: string, content: string, mtime = 1_770_000_000) =>
  server.files.set(name, { content: Buffer.from(content), mtime });
const fresh = () => JSON.stringify(examplePackage([exampleRelease(++next)]));
const drop = (more: object = {}) => {
  const { port, fingerprint } = server;
  const place = { host: '127.0.0.1', port, path: '/salida', user: 'c7', fingerprint, settleSeconds: 0.1 };
  return test.add('sftp', { ...place, passwordEnv: 'C7_SECRET_SFTP', ...more });
};

it('takes each version of each file once, and leaves the server as it is', async () => {
  const id = await drop();
  put('a.json', fresh());
  put('b.json', fresh());
  put('.oculta', fresh());
  put('../fuera.json', fresh());
  expect(await test.run(id, { environment })).toMatchObject({ outcome: 'done', counts: { files: 2, releases: 2 } });
  expect(await test.run(id, { environment })).toMatchObject({ outcome: 'unchanged', counts: { repeated: 0 } });
  put('a.json', fresh(), 1_770_000_001);
  expect(await test.run(id, { environment })).toMatchObject({ outcome: 'done', counts: { files: 1 } });
  expect(server.files.size).toBe(4);
});

it('waits for a file that grows, and asks once only about one that cannot be read', async () => {
  const id = await drop();
  const whole = fresh();
  put('lenta.json', whole.slice(0, 30));
  put('rota.json', '{');
  put('grande.json', ' '.repeat(1_000_001));
  server.onListed = () => put('lenta.json', whole);
  await test.run(id, { environment });
  expect(await test.run(id, { environment })).toMatchObject({ outcome: 'done', counts: { files: 1, faulty: 0 } });
  const notes = await test.platform.dataSource.query(
    'SELECT name, error_code AS code FROM connector_file WHERE connector_id = $1 AND error_code IS NOT NULL ORDER BY name',
    [id],
  );
  expect(notes).toEqual([
    { name: 'grande.json', code: 'TOO_LARGE' },
    { name: 'rota.json', code: expect.any(String) },
  ]);
});

it('sends no password to a server with another key', async () => {
  const id = await drop({ fingerprint: `SHA256:${'A'.repeat(43)}` });
  const { error } = await test.run(id, { environment });
  expect(error).toMatchObject({ code: 'SFTP_HOST_KEY', message: expect.stringContaining(server.fingerprint) });
  expect(server.offered).toEqual([]);
});

it('says what is wrong with the password, the folder or the address', async () => {
  const id = await drop();
  const wrong = await test.run(id, { environment: { C7_SECRET_SFTP: 'otra' } });
  expect(wrong).toMatchObject({ outcome: 'failed', error: { code: 'SFTP_FAILED' } });
  expect(await test.run(await drop({ path: '/no-hay' }), { environment })).toMatchObject({
    error: { code: 'SFTP_FAILED' },
  });
  const hidden = await test.run(await drop({ host: '127.0.0.9' }), { environment });
  expect(hidden.error).toMatchObject({ code: 'ADDRESS_FORBIDDEN' });
});

it('hangs up on a server that does not answer, and when the process is to stop', async () => {
  const id = await drop({ path: '/calla' });
  const start = Date.now();
  expect(await test.run(id, { environment })).toMatchObject({ outcome: 'failed', error: { code: 'SFTP_FAILED' } });
  expect(Date.now() - start).toBeLessThan(6_000);
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 300);
  const dependencies = { ...test.dependencies, environment };
  const stopped = await runConnector(dependencies, id, { trigger: 'schedule', signal: stop.signal });
  expect(stopped).toMatchObject({ outcome: 'interrupted' });
});
