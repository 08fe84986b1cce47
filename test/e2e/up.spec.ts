import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { setTimeout as pass } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort, runC7, startProduct } from './c7-process.js';
import { makeProduct, type Product } from './running-product.js';

let product: Product;

beforeAll(async () => {
  product = await makeProduct();
});
afterAll(() => product.dispose());

/** The process that publishes for another. */
async function workerOf(parent: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,args=']);
  const lines = stdout.split('\n').map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []);
  const [, pid] = lines.find(([, , ppid, args]) => Number(ppid) === parent && / worker --data-dir /.test(args!)) ?? [];
  return Number(pid);
}

describe('c7 up', () => {
  it('serves the demonstration data, says so, stops cleanly, and keeps them', async () => {
    const first = await product.up('--demo');
    const home = await product.get('/');
    expect(home).toMatchObject({ status: 200, text: expect.stringContaining('Datos de demostración') });
    const results = await product.get('/procesos?q=licitacion');
    const path = /\/procesos\/ocds-c7demo[^"?]+/.exec(results.text)![0];
    const page = await product.get(path);
    for (const words of ['Las cinco etapas', 'Quién ganó', 'Documentos', 'Datos de demostración']) {
      expect(page.text).toContain(words);
    }
    expect(await product.get('/procesos/no-existe')).toMatchObject({
      status: 404,
      text: expect.stringContaining('<html'),
    });
    const [link] = /http:\S+\/escritorio\/invitacion\/\S+/.exec(first.output().err) ?? [];
    expect(await product.get(new URL(link!).pathname)).toMatchObject({ status: 200 });
    const before = await product.published();
    expect(before.length).toBeGreaterThan(2000);
    first.signal('SIGINT');
    expect(await first.ended).toBe(0);
    await expect(product.get('/')).rejects.toThrow('fetch failed');

    const second = await product.up('--demo');
    expect(second.output().err).not.toContain('/escritorio/invitacion/');
    expect(await product.published()).toEqual(before);
    second.signal('SIGTERM');
    expect(await second.ended).toBe(0);
  }, 240_000);

  it('is what npm start runs, with the demonstration', async () => {
    const started = startProduct('--data-dir', product.dataDir, '--port', String(product.port));
    product.own(started);
    await started.says('Ctrl-C lo detiene');
    expect(await product.get('/')).toMatchObject({
      status: 200,
      text: expect.stringContaining('Datos de demostración'),
    });
    started.signal('SIGINT');
    expect(await started.ended).toBe(0);
  }, 120_000);

  it('publishes in a process of its own, which it starts again when that ends', async () => {
    const first = await product.up();
    const worker = await workerOf(first.child.pid!);
    process.kill(worker, 'SIGKILL');
    await first.says('se inicia otra vez');
    for (let tries = 0; tries < 200 && Number.isNaN(await workerOf(first.child.pid!)); tries++) await pass(50);
    const second = await workerOf(first.child.pid!);
    expect(second).not.toBe(worker);
    process.kill(first.child.pid!, 'SIGINT');
    expect(await first.ended).toBe(0);
    expect(() => process.kill(second, 0)).toThrow('ESRCH');
  }, 120_000);

  it('tells a second one and the other commands where the first is, and a taken port how to choose another', async () => {
    const first = await product.up();
    const other = await freePort();
    expect(await runC7('up', '--data-dir', product.dataDir, '--port', String(other))).toMatchObject({
      code: 2,
      err: expect.stringContaining(`http://localhost:${product.port}`),
    });
    const asked = ['user', 'add', 'ana@ejemplo.mx', '--name', 'Ana', '--role', 'secretariat'];
    const invited = await runC7(...asked, '--data-dir', product.dataDir);
    expect(invited.out).toMatch(new RegExp(`^http://localhost:${product.port}/escritorio/invitacion/`));
    first.signal('SIGINT');
    await first.ended;
    const taker = createServer().listen(product.port, '127.0.0.1');
    const refused = await runC7('up', '--data-dir', product.dataDir, '--port', String(product.port));
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining(`El puerto ${product.port} está ocupado`) });
    expect(refused.err).not.toContain('    at ');
    await new Promise((resolve) => {
      taker.close(resolve);
    });
  }, 120_000);
});
