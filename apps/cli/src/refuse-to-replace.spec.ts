import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuseToReplace } from './refuse-to-replace.js';
import { describeError } from './report-error.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'c7-replace-'));
});
afterAll(() => rm(folder, { recursive: true }));

const said = (path: string) => refuseToReplace(path).then(() => 'nothing', describeError);

it('lets a new file be written, and spares one that is there', async () => {
  const path = join(folder, 'formato.xlsx');
  expect(await said(path)).toBe('nothing');
  await writeFile(path, '');
  expect(await said(path)).toBe(
    `${path}: ya existe y no se reemplaza. Indicar otro nombre con --out, o borrarlo antes.`,
  );
});

it('says which folder is missing', async () => {
  expect(await said(join(folder, 'no-hay', 'formato.xlsx'))).toContain(
    `no existe la carpeta «${join(folder, 'no-hay')}». Crearla, o indicar otra con --out.`,
  );
});
