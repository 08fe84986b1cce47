import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { examplePackage, exampleRelease } from '../example-releases.js';
import { writeInput } from '../write-input.js';
import { runC7 } from './c7-process.js';
import { makeProduct, type Product } from './running-product.js';

let product: Product;

beforeAll(async () => {
  product = await makeProduct();
});
afterAll(() => product.dispose());

it('backs up a running product and restores it into another folder, which verifies clean', async () => {
  const running = await product.up();
  const path = await writeInput(examplePackage([exampleRelease(1)]));
  await runC7('ingest', path, '--publisher', 'sepaf', '--wait', '--data-dir', product.dataDir);
  const archive = join(product.folder, 'respaldo.c7');
  const made = await runC7('backup', archive, '--data-dir', product.dataDir);
  expect(made).toMatchObject({ code: 0, err: expect.stringMatching(/Respaldo: \d+ tablas[^]*sha256 [0-9a-f]{64}/) });
  expect((await stat(archive)).mode & 0o777).toBe(0o600);
  expect(await runC7('backup', archive, '--data-dir', product.dataDir)).toMatchObject({
    code: 2,
    err: expect.stringContaining('ya existe y no se reemplaza'),
  });
  expect(await runC7('restore', archive, '--replace', '--data-dir', product.dataDir)).toMatchObject({
    code: 2,
    err: expect.stringContaining('está usando esta base'),
  });
  running.signal('SIGINT');
  await running.ended;
  const other = join(product.folder, 'otra');
  const restored = await runC7('restore', archive, '--data-dir', other);
  expect(restored).toMatchObject({ code: 0, err: expect.stringContaining('Restaurado el respaldo del') });
  expect(await runC7('verify', '--json', '--data-dir', other)).toMatchObject({ code: 0 });
  expect(await runC7('restore', archive, '--data-dir', other)).toMatchObject({
    code: 2,
    err: expect.stringContaining('--replace'),
  });
  const cut = await writeInput((await readFile(archive)).subarray(0, 2_000));
  expect(await runC7('restore', cut, '--replace', '--data-dir', other)).toMatchObject({
    code: 2,
    err: expect.stringContaining('incompleto'),
  });
  expect(await runC7('verify', '--data-dir', other)).toMatchObject({ code: 0 });
}, 240_000);
