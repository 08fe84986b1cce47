import { makeProduct, type Product } from './running-product.js';
import { runC7 } from './c7-process.js';
import { writeInput } from '../write-input.js';
import { examplePackage, exampleRelease } from '../example-releases.js';

let product: Product;

beforeAll(async () => {
  product = await makeProduct();
});
afterAll(() => product.dispose());

const PLANTED = {
  rfc: 'PEGJ800101AB1',
  curp: 'PEGJ800101HJCRRN09',
  email: 'maria.lopez@correo.example',
  password: 'clave-secretisima',
};

it('logs JSON lines from start to stop, with nothing in them of the persons and passwords that pass through', async () => {
  const running = await product.up();
  const { rfc, curp, email, password } = PLANTED;
  const release = exampleRelease(1, {
    parties: [
      { id: `MX-RFC-${rfc}`, name: 'Juan Pérez', identifier: { scheme: 'MX-RFC', id: rfc }, contactPoint: { email } },
    ],
  });
  const path = await writeInput(examplePackage([release, { ...release, id: 7, curp }]));
  await runC7('ingest', path, '--publisher', 'sepaf', '--wait', '--data-dir', product.dataDir);
  for (const query of [`q=${rfc}`, `q=${email}`, `cursor=${password}`, `year=${curp}`]) {
    await product.get(`/procesos?${query}`);
    await product.get(`/api/v1/processes?${query}`);
  }
  await product.get(`/procesos/${encodeURIComponent(email)}`);
  running.signal('SIGTERM');
  expect(await running.ended).toBe(0);
  const lines = running.output().err.trimEnd().split('\n');
  const entries = lines.map((line) => JSON.parse(line) as { level: string; message: string; route?: string });
  expect(entries.filter(({ route }) => route === '/procesos')).toHaveLength(4);
  expect(entries.at(-1)).toMatchObject({ level: 'info', message: 'Detenido.' });
  const found = Object.values(PLANTED).filter((text) => lines.join('\n').toLowerCase().includes(text.toLowerCase()));
  expect(found).toEqual([]);
}, 120_000);
