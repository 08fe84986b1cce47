import { appendFile, chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { examplePackage, exampleRelease } from '../../example-releases.js';
import { openConnectors, type TestConnectors } from './open-connectors.js';

let test: TestConnectors;
let folder: string;
let next = 0;

beforeAll(async () => {
  test = await openConnectors({ CONNECTOR_MAX_MEGABYTES: '1' });
});
afterAll(() => test.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'c7-watched-'));
});

afterEach(() => rm(folder, { recursive: true }));

const fresh = () => JSON.stringify(examplePackage([exampleRelease(++next)]));
const drop = (name: string, content: string) => writeFile(join(folder, name), content);
const watch = (settleSeconds = 0.1) => test.add('folder', { path: folder, settleSeconds });
const inside = async (name = '') => (await readdir(join(folder, name))).sort();

it('takes what is dropped, and moves it to recibidos', async () => {
  const id = await watch();
  await drop('a.json', fresh());
  await drop('b ñ.json', fresh());
  expect(await test.run(id)).toMatchObject({ outcome: 'done', counts: { files: 2, releases: 2, faulty: 0 } });
  expect(await inside()).toEqual(['con-errores', 'recibidos']);
  expect(await inside('recibidos')).toEqual(['a.json', 'b ñ.json']);
  expect(await test.run(id)).toMatchObject({ outcome: 'unchanged' });
});

it('keeps every version of a name, and publishes nothing of a file it had before', async () => {
  const id = await watch();
  const first = fresh();
  for (const content of [first, fresh(), first]) {
    await drop('datos.json', content);
    await test.run(id);
  }
  expect(await inside('recibidos')).toEqual(['datos (2).json', 'datos (3).json', 'datos.json']);
  expect(await readFile(join(folder, 'recibidos', 'datos.json'), 'utf8')).toBe(first);
  const last = await test.run(id);
  expect(last.counts).toMatchObject({ files: 0, repeated: 0 });
});

it('waits for a file that is still being written', async () => {
  const id = await watch(0.4);
  const whole = fresh();
  await drop('lenta.json', whole.slice(0, 40));
  const running = test.run(id);
  await pause(200);
  await appendFile(join(folder, 'lenta.json'), whole.slice(40));
  expect(await running).toMatchObject({ outcome: 'unchanged', counts: { faulty: 0 } });
  expect(await inside()).toEqual(['con-errores', 'lenta.json', 'recibidos']);
  expect(await test.run(id)).toMatchObject({ outcome: 'done', counts: { files: 1 } });
});

it('moves a file that cannot be read to con-errores with the reason beside it, and takes the others', async () => {
  const id = await watch();
  await drop('a-rota.json', '{"releases": [');
  await drop('b-grande.json', ' '.repeat(1_000_001));
  await drop('c-buena.json', fresh());
  expect(await test.run(id)).toMatchObject({ outcome: 'with-faults', counts: { files: 1, faulty: 2 } });
  expect(await inside('con-errores')).toEqual([
    'a-rota.json',
    'a-rota.json.motivo.txt',
    'b-grande.json',
    'b-grande.json.motivo.txt',
  ]);
  expect(await readFile(join(folder, 'con-errores', 'b-grande.json.motivo.txt'), 'utf8')).toContain('(TOO_LARGE)');
  expect(await inside('recibidos')).toEqual(['c-buena.json']);
});

it('leaves folders, links, hidden files and unfinished downloads alone', async () => {
  const id = await watch();
  await mkdir(join(folder, 'otra'));
  await drop('.oculta.json', fresh());
  await drop('copia.json.part', fresh());
  await symlink('/etc/passwd', join(folder, 'enlace.json'));
  expect(await test.run(id)).toMatchObject({ outcome: 'unchanged' });
  expect(await inside()).toEqual([
    '.oculta.json',
    'con-errores',
    'copia.json.part',
    'enlace.json',
    'otra',
    'recibidos',
  ]);
});

it('moves what a run that was cut short had taken but not moved', async () => {
  const id = await watch();
  const content = fresh();
  await drop('a.json', content);
  await test.run(id);
  await drop('a.json', content);
  expect(await test.run(id)).toMatchObject({ outcome: 'unchanged', counts: { repeated: 1, releases: 0 } });
  expect(await inside()).toEqual(['con-errores', 'recibidos']);
});

it('says that the folder is missing, or is none', async () => {
  const gone = await test.add('folder', { path: join(folder, 'no-hay'), settleSeconds: 0 });
  expect(await test.run(gone)).toMatchObject({ outcome: 'failed', error: { code: 'FOLDER_UNUSABLE' } });
  await chmod(folder, 0o700);
  await drop('recibidos', 'un archivo');
  await drop('a.json', fresh());
  const blocked = await watch();
  expect(await test.run(blocked)).toMatchObject({ outcome: 'failed', counts: { files: 0 } });
});
