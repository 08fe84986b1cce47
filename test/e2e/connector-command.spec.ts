import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '#database';
import { examplePackage, exampleRelease } from '../example-releases.js';
import { eventually } from '../integration/queue/eventually.js';
import { json, openSourceServer } from '../integration/connectors/source-server.js';
import { startShell } from './c7-process.js';

type TestDatabase = Awaited<ReturnType<typeof createTestDatabase>>;

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'c7-connector-command-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const start = (command: string) =>
  startShell(`export DATABASE_URL='${database.url}' OUTBOUND_ALLOW=127.0.0.1\nexec $C7 ${command}`);
const c7 = async (command: string) => {
  const running = start(command);
  return { code: await running.ended, ...running.output() };
};

it('adds, runs, lists, pauses and removes a watched folder, and says what happened', async () => {
  const added = await c7(
    `connector add unidad --kind folder --path '${folder}' --settle 1s --publisher sepaf --cron '0 5 * * *'`,
  );
  expect(added).toMatchObject({ code: 0, out: '' });
  await writeFile(join(folder, 'a.json'), JSON.stringify(examplePackage([exampleRelease(1)])));
  const ran = await c7('connector run unidad');
  expect(ran).toMatchObject({ code: 0, out: expect.stringContaining('unidad: bien (archivos: 1 nuevos') });
  expect(await readdir(join(folder, 'recibidos'))).toEqual(['a.json']);
  expect((await c7('connector list')).out).toContain('0 5 * * * (America/Mexico_City)\tal corriente');
  expect((await c7('connector history unidad')).out).toContain('a mano\tbien');
  expect((await c7('connector pause unidad')).code).toBe(0);
  expect((await c7('connector list')).out).toContain('en pausa');
  expect((await c7('connector remove unidad')).code).toBe(0);
  expect(await c7('connector list --json')).toMatchObject({ code: 0, out: '[]\n' });
});

it('has list leave with 1 while a connector is silent beyond its tolerance', async () => {
  await c7(`connector add mudo --kind http --url http://127.0.0.1:9/ --publisher sepaf --every 1d --tolerance 1s`);
  const listed = await c7('connector list');
  expect(listed).toMatchObject({ code: 1, out: expect.stringContaining('ALARMA: no logra traer nada desde') });
  await c7('connector remove mudo');
});

it('explains what it cannot do', async () => {
  expect(await c7('connector run nadie')).toMatchObject({ code: 2, err: expect.stringContaining('«nadie»') });
  expect(await c7('connector add x --kind http --publisher sepaf --every 1h')).toMatchObject({
    code: 2,
    err: expect.stringContaining('falta url'),
  });
  expect((await c7('connector dance')).code).toBe(2);
});

it('goes on where a process was killed in the middle of a run', async () => {
  const source = await openSourceServer();
  const page = (n: number, next?: string) => ({ ...examplePackage([exampleRelease(100 + n)]), links: { next } });
  source.answers.set('/1', json(page(1, '/2')));
  source.answers.set('/2', () => undefined);
  source.answers.set('/3', json(page(3)));
  await c7(`connector add api --kind ocds-api --url ${source.url}/1 --publisher sepaf --every 1d`);
  const killed = start('connector run api');
  await eventually('the second page is asked for', () => source.asked.includes('/2'), 60_000);
  killed.signal('SIGKILL');
  await killed.ended;
  source.answers.set('/2', json(page(2, '/3')));
  const again = await c7('connector run api');
  expect(again).toMatchObject({ code: 0, out: expect.stringContaining('api: bien (archivos: 2 nuevos, 0 ya') });
  expect(source.asked).toEqual(['/1', '/2', '/2', '/3']);
  const { out } = await c7('connector history api --json');
  expect(JSON.parse(out)).toMatchObject([{ outcome: 'done' }, { outcome: 'interrupted', files: 1, releases: 1 }]);
  await source.close();
});
