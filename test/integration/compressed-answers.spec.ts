import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { findPublisher, ingestFile, summariseParties } from '#publishing';
import { importPlans } from '#tracking';
import { examplePackage, exampleRelease } from '../example-releases.js';
import { listenTestApp } from '../open-test-app.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { writeInput } from '../write-input.js';

let test: TestPlatform;
let app: NestFastifyApplication;
let origin: string;

const OCID = 'ocds-xs1qbl-prueba-1';

beforeAll(async () => {
  test = await openTestPlatform();
  await importPlans(test.platform.dataSource);
  ({ app, origin } = await listenTestApp(test.platform));
  const publisher = await findPublisher(test.platform.dataSource, 'sepaf');
  const path = await writeInput(examplePackage(Array.from({ length: 60 }, (_, n) => busyRelease(n + 1))));
  await test.publish((await ingestFile(test.platform, { path, publisher, profile: 'ocds' })).ocids);
  await summariseParties(test.platform.dataSource);
});
afterAll(async () => {
  await app.close();
  await test.close();
});

/** A process with much to show. */
function busyRelease(n: number) {
  const suppliers = [{ id: 'x', name: 'Papelería El Cuervo' }];
  return exampleRelease(n, {
    tag: ['contract'],
    buyer: { id: `DEP-${n % 7}`, name: `Secretaría número ${n % 7}` },
    parties: [{ ...suppliers[0], roles: ['supplier'], identifier: { scheme: 'MX-RFC', id: 'PEC010101AB1' } }],
    awards: [
      { id: 'a', status: 'active', date: '2026-02-01T00:00:00Z', suppliers, value: { amount: n, currency: 'MXN' } },
    ],
    contracts: [
      {
        id: 'c',
        awardID: 'a',
        items: Array.from({ length: 150 }, (_, k) => ({
          id: String(k),
          description: `Partida ${k} de ${n * 7919}`,
          quantity: k,
        })),
      },
    ],
  });
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** As it came over the wire. */
  readonly body: Buffer;
}

function ask(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(origin + url, { headers }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('end', () => resolve({ status: reply.statusCode!, headers: reply.headers, body: Buffer.concat(parts) }));
    });
    sent.on('error', reject).end();
  });
}

const BROTLI = { 'accept-encoding': 'gzip, deflate, br' };

it.each([
  ['br, gzip', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['identity', undefined],
])('who takes «%s» gets %s, and all the same text', async (accepted, encoding) => {
  const plain = (await ask(`/procesos/${OCID}`)).body.toString();
  const { headers, body } = await ask(`/procesos/${OCID}`, { 'accept-encoding': accepted });
  expect([headers['content-encoding'], headers.vary]).toEqual([encoding, expect.stringContaining('accept-encoding')]);
  const text = encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
  expect(text.toString()).toBe(plain);
  expect(encoding === undefined || body.length < plain.length / 3).toBe(true);
});

it('says nothing changed to who brings the tag of a packed answer back', async () => {
  const { headers } = await ask(`/api/v1/records/${OCID}`, BROTLI);
  expect(headers.etag).toMatch(/^W\//);
  expect((await ask(`/api/v1/records/${OCID}`, { ...BROTLI, 'if-none-match': headers.etag as string })).status).toBe(
    304,
  );
});

it('leaves alone what is packed already, what is short, and pages that hold a token', async () => {
  expect((await ask('/descargas/expedientes.jsonl.gz', BROTLI)).headers['content-encoding']).toBeUndefined();
  expect((await ask('/healthz', BROTLI)).headers['content-encoding']).toBeUndefined();
  expect((await ask('/escritorio/entrar', BROTLI)).headers['content-encoding']).toBeUndefined();
});

/** As they come over the wire. */
const MOST_BYTES = 100_000;

it.each([
  '/',
  '/en',
  '/procesos',
  `/procesos/${OCID}`,
  `/procesos/${OCID}/cambios`,
  '/partidas?q=partida',
  '/proveedores',
  '/proveedores/MX-RFC-PEC010101AB1',
  '/compradores/DEP-1',
  '/licitaciones-abiertas',
  '/explorar',
  '/descargas',
  '/diccionario',
  '/glosario',
  '/como-leer-un-contrato',
  '/politica-de-publicacion',
  '/acerca',
  '/accesibilidad',
  '/api/docs',
  '/compromisos',
  '/compromisos/7',
  '/cumplimiento',
  '/secretariado',
  '/informe-anual/2017',
])('%s weighs no more than 100 KB with its style, scripts and fonts', async (url) => {
  const page = await ask(url, BROTLI);
  expect(page.status).toBe(200);
  const text = brotliDecompressSync(page.body).toString();
  const style = /href="(\/assets\/styles\.css[^"]*)"/.exec(text)![1]!;
  const css = brotliDecompressSync((await ask(style, BROTLI)).body).toString();
  const fonts = [...css.matchAll(/url\(['"]?([^'")]+\.woff2)/g)].map(
    ([, name]) => `/assets/${name!.replace(/^.*\//, '')}`,
  );
  const scripts = [...text.matchAll(/src="(\/assets\/[^"]+\.js[^"]*)"/g)].map(([, name]) => name!);
  const parts = await Promise.all([style, ...scripts, ...fonts].map((part) => ask(part, BROTLI)));
  const weight = [page, ...parts].reduce((sum, { body }) => sum + body.length, 0);
  expect(weight).toBeLessThan(MOST_BYTES);
});
