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

const PAPER = { id: 'x', name: 'Papelería El Cuervo', identifier: { scheme: 'MX-RFC', id: 'PEC010101AB1' } };
const DESKS = { id: 'y', name: 'Mesas', identifier: { scheme: 'MX-RFC', id: 'MES010101AB1' } };
const BRIDGES = { id: 'z', name: 'Puentes', identifier: { scheme: 'MX-RFC', id: 'PUE010101AB1' } };

beforeAll(async () => {
  test = await openTestPlatform();
  await importPlans(test.platform.dataSource);
  ({ app, origin } = await listenTestApp(test.platform));
  const { dataSource } = test.platform;
  const releases = [
    exampleRelease(1),
    awarded(2, PAPER, '2026-02-20T12:00:00-06:00', { amount: 250.5, currency: 'MXN' }),
    awarded(3, DESKS, '2026-02-17T12:00:00-06:00', { amount: 1000, currency: 'MXN' }),
    exampleRelease(4, {
      ...awarded(4, BRIDGES, '2026-02-16T12:00:00-06:00'),
      tag: ['contract'],
      tender: { id: 'AD-4', title: 'Reparación de un puente', procurementMethod: 'direct' },
      contracts: [{ id: 'c4', awardID: 'a4', status: 'active', value: { amount: 1500.5, currency: 'MXN' } }],
    }),
  ];
  const publisher = await findPublisher(dataSource, 'sepaf');
  const path = await writeInput(examplePackage(releases));
  await test.publish((await ingestFile(test.platform, { path, publisher, profile: 'ocds' })).ocids);
  await summariseParties(dataSource);
});
afterAll(async () => {
  await app.close();
  await test.close();
});

function awarded(n: number, supplier: { readonly id: string; readonly name: string }, date: string, value?: object) {
  const suppliers = [{ id: supplier.id, name: supplier.name }];
  return exampleRelease(n, {
    tag: ['award'],
    parties: [{ ...supplier, roles: ['supplier'] }],
    awards: [{ id: `a${n}`, date, status: 'active', ...(value && { value }), suppliers }],
  });
}

async function get(url: string) {
  const reply = await fetch(origin + url);
  return { status: reply.status, body: await reply.text() };
}

describe('the front page', () => {
  const numberOf = (body: string, pattern: RegExp) => Number(pattern.exec(body)?.[1]?.replaceAll(',', ''));
  const addressOf = (body: string, start: string) =>
    new RegExp(`href="(${start}[^"]*)"`).exec(body)![1]!.replaceAll('&amp;', '&');

  it('tells the year in figures whose address finds as many rows', async () => {
    const { body } = await get('/');
    const figures = body.slice(body.indexOf('class="year-figures"'));
    const [processes, direct, suppliers] = [
      numberOf(figures, /<strong>([\d,]+)<\/strong> <span>procedimientos/),
      numberOf(figures, /directa: ([\d,]+) procedimiento/),
      numberOf(figures, /<strong>([\d,]+)<\/strong> <span>proveedores/),
    ];
    expect([processes, direct, suppliers]).toEqual([4, 1, 3]);
    const found = async (href: string) => numberOf((await get(href)).body, /<h1[^>]*>([\d,]+) /);
    expect(await found('/procesos?year=2026')).toBe(processes);
    expect(await found(addressOf(figures, '/procesos\\?year=2026&amp;method=direct'))).toBe(direct);
    expect(await found(addressOf(figures, '/proveedores\\?year=2026'))).toBe(suppliers);
  });

  it('tells what the contracts of the year come to, a currency at a time: the sum of the rows that it leads to', async () => {
    const { body } = await get('/');
    const figures = body.slice(body.indexOf('class="year-figures"'));
    expect(figures).toContain('<strong>$1,500.50 MXN</strong> <span>contratados, en un procedimiento</span>');
    const href = addressOf(figures, '/procesos\\?year=2026&amp;amountStage=contract&amp;currency=MXN');
    const { processes } = JSON.parse((await get(href.replace('/procesos', '/descargas/busqueda.json'))).body) as {
      processes: { amount: string }[];
    };
    expect(processes.map(({ amount }) => amount)).toEqual(['1500.5']);
  });

  it('leads from a stage that processes got as far as to all that did, those that went further too', async () => {
    const found = async (stage: string) =>
      numberOf((await get(`/procesos?reached=${stage}`)).body, /<h1[^>]*>([\d,]+) /);
    expect([await found('tender'), await found('award'), await found('contract')]).toEqual([4, 3, 1]);
    expect((await get('/procesos?reached=award')).body).toContain('Llegó a:</span> Adjudicación');
  });

  it('tells the awards of the latest week that has any, and leads to all of them', async () => {
    const { body } = await get('/');
    expect(body).toContain('Los fallos más recientes');
    const href = addressOf(body, '/procesos\\?awardedFrom=2026-02-16&amp;awardedTo=2026-02-22');
    expect((await get(href)).body).toContain('3 procedimientos de contratación');
    expect((await get('/procesos?awardedFrom=2026-02-21')).body).toContain('Ningún procedimiento con estos filtros');
    expect((await get('/procesos?awardedFrom=2026-02-31')).status).toBe(400);
  });

  it('tells the state of the commitment', async () => {
    const { body } = await get('/en');
    expect(body).toContain('href="/en/compromisos/7"');
  });
});
