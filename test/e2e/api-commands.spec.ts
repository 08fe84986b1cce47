import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contract, csv } from '../contract-file.js';
import { runC7, runShell, startC7 } from './c7-process.js';
import { makeProduct, type Product } from './running-product.js';

let product: Product;

beforeAll(async () => {
  product = await makeProduct();
});
afterAll(() => product.dispose());

describe('c7 api', () => {
  it('serves the whole site, the plan of action too, without a worker beside it', async () => {
    const { dataDir, port } = product;
    const api = startC7('api', '--data-dir', dataDir, '--port', String(port));
    product.own(api);
    await api.says('API y portal en');
    for (const path of ['/', '/procesos', '/compromisos/7']) {
      expect({ path, ...(await product.get(path)) }).toMatchObject({ path, status: 200 });
    }
    api.signal('SIGINT');
    expect(await api.ended).toBe(0);
  }, 120_000);
});

describe('the commands of docs/api.md', () => {
  it('publish a file that was corrected', async () => {
    const page = await readFile('docs/api.md', 'utf8');
    const [, commands] = /```sh\n([\s\S]*?)```/.exec(page)!;
    const { folder, dataDir } = product;
    await product.up();
    const scopes = ['batch:upload', 'batch:read', 'batch:cancel'].flatMap((scope) => ['--scope', scope]);
    const made = await runC7('key', 'add', '--organisation', 'sepaf', '--name', 'x', ...scopes, '--data-dir', dataDir);
    const [key] = /c7k_[\w-]+/.exec(made.out + made.err)!;
    await writeFile(
      join(folder, 'contratos.csv'),
      csv([contract('1'), contract('2', { NUMERO_PROCEDIMIENTO: '', NUMERO_EXPEDIENTE: '' })]),
    );
    await writeFile(join(folder, 'corregido.csv'), csv([contract('1'), contract('2')]));
    const env = `export ORIGEN=http://127.0.0.1:${product.port} C7_LLAVE=${key}`;
    const { code, out, err } = await runShell(folder, `set -e\n${env}\n${commands}`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('"rule":"row-without-identity"');
    expect(/"comparison":\{[^}]*/.exec(out)?.[0]).toBe('"comparison":{"new":0,"fixed":1,"still":0');
    expect(await readdir(folder)).toContain('contratos-observaciones.xlsx');
    await published(2);
  }, 180_000);
});

async function published(count: number): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    if ((await product.published()).length === count) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 500);
    });
  }
  expect(await product.published()).toHaveLength(count);
}
