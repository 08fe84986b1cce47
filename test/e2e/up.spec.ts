import { createServer } from 'node:http';
import { freePort, runC7 } from './c7-process.js';
import { makeProduct, type Product } from './running-product.js';

let product: Product;

beforeAll(async () => {
  product = await makeProduct();
});
afterAll(() => product.dispose());

describe('c7 up', () => {
  it('serves the demonstration data, says so, stops cleanly, and keeps them', async () => {
    const first = await product.up('--demo');
    const home = await product.get('/');
    expect(home).toMatchObject({ status: 200, text: expect.stringContaining('Datos de demostración') });
    const results = await product.get('/procesos?q=licitacion');
    const path = /\/procesos\/ocds-c7demo[^"?]+/.exec(results.text)![0];
    const process = await product.get(path);
    for (const words of ['Las cinco etapas', 'Quién ganó', 'Documentos', 'Datos de demostración']) {
      expect(process.text).toContain(words);
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

  it('tells a second one where the first is, and a taken port how to choose another', async () => {
    const first = await product.up();
    const other = await freePort();
    expect(await runC7('up', '--data-dir', product.dataDir, '--port', String(other))).toMatchObject({
      code: 2,
      err: expect.stringContaining(`http://localhost:${product.port}`),
    });
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
