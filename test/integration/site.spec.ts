import { gunzipSync } from 'node:zlib';
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

const register = { scheme: 'PROV-GOB-JAL', id: 'P77' };
const buyer = { id: 'DEP-1', name: 'Secretaría de los Ríos' };
const hostile = '<script>alert(1)</script>';

beforeAll(async () => {
  test = await openTestPlatform();
  ({ app, origin } = await listenTestApp(test.platform));
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  await submit(
    exampleRelease(1, {
      buyer,
      tender: { ...tender(1), tenderPeriod: { endDate: tomorrow }, mainProcurementCategory: 'goods' },
    }),
    award(2, { id: 'P77', name: 'Papelería El Cuervo', identifier: register }, 250.5),
    award(
      3,
      {
        id: 'x',
        name: 'Papelería El Cuervo',
        identifier: { scheme: 'MX-RFC', id: 'PEC010101AB1' },
        additionalIdentifiers: [register],
      },
      1000,
    ),
    award(4, { id: 'y', name: hostile, identifier: { scheme: 'MX-RFC', id: 'HOS010101AB1' } }, 9),
  );
});
afterAll(async () => {
  await app.close();
  await test.close();
});

function tender(n: number) {
  return {
    id: `LPL-${n}`,
    title: `Licitación de computadoras número ${n}`,
    status: 'active',
    procurementMethod: 'open',
  };
}

function award(
  n: number,
  supplier: { readonly id: string; readonly name: string; readonly [member: string]: unknown },
  amount: number,
) {
  const { id, name } = supplier;
  return exampleRelease(n, {
    buyer,
    tag: ['award'],
    parties: [{ ...supplier, roles: ['supplier'] }],
    awards: [
      {
        id: `a${n}`,
        date: '2026-02-20T12:00:00-06:00',
        status: 'active',
        value: { amount, currency: 'MXN' },
        suppliers: [{ id, name }],
      },
    ],
  });
}

async function submit(...releases: unknown[]) {
  const publisher = await findPublisher(test.platform.dataSource, 'sepaf');
  const path = await writeInput(examplePackage(releases));
  await test.publish((await ingestFile(test.platform, { path, publisher, profile: 'ocds' })).ocids);
  await summariseParties(test.platform.dataSource);
}

async function get(url: string) {
  const reply = await fetch(origin + url, { redirect: 'manual' });
  return { status: reply.status, headers: Object.fromEntries(reply.headers), body: await reply.text() };
}

describe('suppliers', () => {
  it('are found by a misspelt name', async () => {
    const { body } = await get('/proveedores?q=papeleria+el+cuerbo');
    expect(body).toContain('href="/proveedores/MX-RFC-PEC010101AB1">Papelería El Cuervo</a>');
  });

  it('are found by RFC, and lead from a register number to their page', async () => {
    expect((await get('/proveedores?q=PEC010101AB1')).body).toContain('Papelería El Cuervo');
    const { status, headers } = await get('/en/proveedores/PROV-GOB-JAL-P77');
    expect([status, headers.location]).toEqual([302, '/en/proveedores/MX-RFC-PEC010101AB1']);
  });

  it('have their awards under both identifiers on one page', async () => {
    const { status, body } = await get('/proveedores/MX-RFC-PEC010101AB1');
    expect(status).toBe(200);
    expect(body).toContain('$1,250.50 MXN');
    expect((await get('/procesos?supplier=PROV-GOB-JAL-P77')).body).toContain('2 procedimientos de contratación');
  });

  it('that nobody knows are a 404 that says so', async () => {
    expect(await get('/proveedores/nadie')).toMatchObject({ status: 404 });
  });
});

describe('buyers', () => {
  it('tell how late they publish', async () => {
    const { body } = await get('/compradores/DEP-1');
    expect(body).toContain(
      'La mitad se publica a más tardar 9 días después del fallo, por la fecha que lleva cada publicación (mediana de 3 procedimientos).',
    );
  });

  it('are led to from each of their processes', async () => {
    const { body } = await get('/procesos/ocds-xs1qbl-prueba-1');
    expect(body).toContain('<span><a href="/compradores/DEP-1">Secretaría de los Ríos</a></span>');
  });
});

describe('the search', () => {
  it('narrows by amount, and sorts by it', async () => {
    const { body } = await get('/procesos?min=100&max=&sort=amount');
    expect(body).toContain('2 procedimientos de contratación');
    expect(body.indexOf('$1,000.00 MXN')).toBeLessThan(body.indexOf('$250.50 MXN'));
  });

  it('names whom it is narrowed to, also where no facet does, and so does its feed', async () => {
    const { body } = await get('/procesos?participant=PROV-GOB-JAL-P77');
    expect(body).toContain('Papelería El Cuervo <a href="/procesos"');
    expect((await get('/feeds/procesos.atom?participant=PROV-GOB-JAL-P77&year=2026')).body).toMatch(
      /<title>[^<]*Papelería El Cuervo[^<]*2026[^<]*<\/title>/,
    );
  });

  it('counts beside a list by amount what that list has, and says what it leaves out', async () => {
    const { body } = await get('/procesos?sort=amount');
    expect(body).toContain('3 procedimientos de contratación');
    expect(body).toContain('Por monto están solo los que traen un monto en MXN');
    const stages = body.split('<h2>Etapa</h2>')[1]!.split('<h2>')[0]!;
    const counts = [...stages.matchAll(/class="count">(\d+)/g)].map(([, n]) => Number(n));
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(3);
  });

  it('takes every filter it shows', async () => {
    const { body } = await get('/procesos');
    const links = [...body.matchAll(/href="(\/procesos\?[^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));
    const names = new Set(links.map((link) => new URLSearchParams(link.split('?')[1]).keys().next().value));
    expect([...names]).toEqual(
      expect.arrayContaining([
        'stage',
        'status',
        'method',
        'category',
        'year',
        'buyer',
        'supplier',
        'currency',
        'validity',
      ]),
    );
    for (const link of links) expect(await get(link)).toMatchObject({ status: 200 });
  });

  it('can be taken away as CSV, XLSX and JSON', async () => {
    const csv = await get('/descargas/busqueda.csv?q=computadoras&sort=amount');
    expect(csv.headers['content-disposition']).toBe('attachment; filename="procedimientos.csv"');
    expect(csv.body.split('\r\n')[1]).toContain('LPL-3');
    expect(csv.body.split('\r\n')[1]).not.toMatch(/,(tender|goods|award|contract|estimate),/);
    expect((await get('/descargas/busqueda.xlsx')).body.slice(0, 2)).toBe('PK');
    expect(JSON.parse((await get('/descargas/busqueda.json?year=2026')).body)).toMatchObject({
      processes: [{}, {}, {}, {}],
    });
    expect(await get('/descargas/busqueda.exe')).toMatchObject({ status: 404 });
  });
});

describe('the data as a whole', () => {
  const documents = async (url: string) => {
    const reply = await fetch(origin + url);
    expect(reply.headers.get('content-type')).toBe('application/gzip');
    const text = gunzipSync(Buffer.from(await reply.arrayBuffer())).toString();
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { ocid: string; tag: string[] });
  };

  it('is a line for each process, and for each release', async () => {
    const records = await documents('/descargas/expedientes.jsonl.gz');
    expect(records.map(({ ocid }) => ocid)).toEqual([1, 2, 3, 4].map((n) => `ocds-xs1qbl-prueba-${n}`));
    expect(records.every(({ tag }) => tag.includes('compiled'))).toBe(true);
    const releases = await documents('/descargas/publicaciones.jsonl.gz?year=2026');
    expect(releases.map(({ tag }) => tag.join())).toEqual(expect.arrayContaining(['award']));
  });

  it('of a year without any is an empty file, and of what is no year an error', async () => {
    expect(await documents('/descargas/expedientes.jsonl.gz?year=1999')).toEqual([]);
    expect(await get('/descargas/expedientes.jsonl.gz?year=mil')).toMatchObject({ status: 400 });
  });

  it('is listed by year with links that answer, as all pages to be read', async () => {
    await importPlans(test.platform.dataSource);
    for (const page of ['/descargas', '/en/descargas', '/diccionario', '/en/glosario', '/politica-de-publicacion']) {
      const { status, body } = await get(page);
      expect([page, status]).toEqual([page, 200]);
      for (const [, href] of body.matchAll(/href="(\/[^"#]*)"/g)) {
        if (href!.startsWith('/api/') || href!.startsWith('/assets/')) continue;
        expect([page, href, (await get(href!.replaceAll('&amp;', '&'))).status]).toEqual([page, href, 200]);
      }
    }
  });
});

describe('feeds', () => {
  it.each([
    ['/feeds/procesos.atom?q=computadoras', 'application/atom+xml'],
    ['/feeds/procesos.json', 'application/feed+json'],
    ['/feeds/licitaciones-abiertas.ics', 'text/calendar'],
    ['/feeds/proveedores/PROV-GOB-JAL-P77.atom', 'application/atom+xml'],
    ['/feeds/compradores/DEP-1.json', 'application/feed+json'],
  ])('%s', async (url, type) => {
    const { status, headers, body } = await get(url);
    expect(status).toBe(200);
    expect(headers['content-type']).toContain(type);
    expect(body).toContain('LPL-');
    expect(body).not.toContain('<script');
  });

  it('hold only the tenders that take offers in the calendar', async () => {
    expect((await get('/feeds/licitaciones-abiertas.ics?category=goods')).body.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect((await get('/feeds/licitaciones-abiertas.ics?category=works')).body).not.toContain('VEVENT');
  });

  it('that there are not are a 404 for programs', async () => {
    const { status, headers } = await get('/feeds/planetas/marte.atom');
    expect([status, headers['content-type']]).toEqual([404, expect.stringContaining('application/problem+json')]);
  });
});

it('shows markup in a name as text everywhere', async () => {
  for (const url of ['/proveedores', '/proveedores/MX-RFC-HOS010101AB1', '/procesos', '/compradores/DEP-1'])
    expect((await get(url)).body).not.toContain(hostile);
});

describe('the charts', () => {
  const tenderers = (...names: string[]) => names.map((name) => ({ id: `T-${name}`, name }));

  beforeAll(() =>
    submit(
      ...[tenderers('Uno'), tenderers('Uno'), tenderers('Uno', 'Dos')].map((offering, index) =>
        exampleRelease(5 + index, {
          buyer,
          tender: { ...tender(5 + index), tenderers: offering },
          parties: offering.map((one) => ({ ...one, roles: ['tenderer'] })),
        }),
      ),
    ),
  );

  it('count what is published, and lead to the rows behind each bar', async () => {
    const { status, body } = await get('/explorar');
    expect(status).toBe(200);
    expect(body).toContain('En 67 de cada 100 concursos se presentó una sola oferta');
    expect((await get('/procesos?offers=1')).body).toContain('2 procedimientos de contratación');
    expect((await get('/procesos?offers=5')).status).toBe(200);
    expect((await get('/en/explorar')).body).toContain('How many compete?');
  });

  it('can be taken away', async () => {
    const { headers, body } = await get('/explorar/offers.csv');
    expect(headers['content-type']).toContain('text/csv');
    expect(body.split('\r\n')[1]).toBe('Una oferta,2,67 %,3');
    expect(await get('/explorar/otra.csv')).toMatchObject({ status: 404 });
  });
});
