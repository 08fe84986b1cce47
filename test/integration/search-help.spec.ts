import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { findPublisher, gatherTerms, ingestFile, summariseParties } from '#publishing';
import { examplePackage, exampleRelease } from '../example-releases.js';
import { listenTestApp } from '../open-test-app.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { writeInput } from '../write-input.js';

let test: TestPlatform;
let app: NestFastifyApplication;
let origin: string;

const CROW = { id: 'x', name: 'Papelería El Cuervo', identifier: { scheme: 'MX-RFC', id: 'PEC010101AB1' } };

beforeAll(async () => {
  test = await openTestPlatform();
  ({ app, origin } = await listenTestApp(test.platform));
  const { dataSource } = test.platform;
  const releases = [
    exampleRelease(1, {
      tag: ['award'],
      tender: {
        id: 'LPL-1',
        title: 'Artículos de oficina',
        procurementMethod: 'open',
        items: [
          {
            id: '1',
            description: 'Papel bond tamaño carta',
            quantity: 100,
            unit: { name: 'Paquete', value: { amount: 89.5, currency: 'MXN' } },
          },
          {
            id: '2',
            description: 'Engrapadora',
            classification: { scheme: 'x', id: '2111', description: 'Materiales de papelería' },
          },
          { id: '3', description: 'Tijeras' },
        ],
      },
      parties: [{ ...CROW, roles: ['supplier'] }],
      awards: [{ id: 'a1', status: 'active', suppliers: [{ id: 'x', name: CROW.name }] }],
    }),
    exampleRelease(2, {
      tender: { id: 'LPL-2', title: 'Rehabilitación de un puente', description: 'Con papel menor' },
    }),
  ];
  const publisher = await findPublisher(dataSource, 'sepaf');
  const path = await writeInput(examplePackage(releases));
  await test.publish((await ingestFile(test.platform, { path, publisher, profile: 'ocds' })).ocids);
  await summariseParties(dataSource);
  await gatherTerms(dataSource, { atOnce: true });
});
afterAll(async () => {
  await app.close();
  await test.close();
});

async function get(url: string) {
  const reply = await fetch(origin + url);
  return { status: reply.status, body: await reply.text() };
}

describe('a search that finds nothing', () => {
  it('mends a misspelt word, with its accents, and says how much that finds', async () => {
    const { body } = await get('/procesos?q=rehabilitasion');
    expect(body).toContain('<a href="/procesos?q=rehabilitaci%C3%B3n">rehabilitación</a> (1 procedimiento)');
  });

  it('leaves the words that are known, and offers nothing that would not be found', async () => {
    expect((await get('/procesos?q=articulos+ofizina')).body).toContain('>articulos oficina</a>');
    expect((await get('/procesos?q=xylofono')).body).not.toContain('class="did-you-mean"');
    expect((await get('/procesos?q=puente+cuerbo')).body).not.toContain('class="did-you-mean"');
  });

  it('says which filter stands in the way', async () => {
    const { body } = await get('/procesos?q=puente&method=open');
    expect(body).toContain(
      '<a href="/procesos?q=puente">Sin «Tipo de procedimiento: Licitación pública»</a> (1 procedimiento)',
    );
  });

  it('knows a supplier by its RFC', async () => {
    const { body } = await get('/en/procesos?q=PEC010101AB1');
    expect(body).toContain(
      '<a href="/en/proveedores/MX-RFC-PEC010101AB1">Papelería El Cuervo</a> (supplier, 1 process)',
    );
  });

  it('is helped with words as they are written most, gathered at most every ten minutes', async () => {
    const { dataSource } = test.platform;
    expect(await gatherTerms(dataSource)).toBe(false);
    expect(await dataSource.query(`SELECT term FROM search_term WHERE folded = 'papeleria'`)).toEqual([
      { term: 'papelería' },
    ]);
  });
});

describe('the items', () => {
  it('are found by description or by class, each with its process', async () => {
    const { body } = await get('/partidas?q=papeler%C3%ADa');
    expect(body).toContain('Engrapadora');
    expect(body).not.toContain('Tijeras');
    expect((await get('/partidas?q=papel+bond')).body).toContain('$89.50 MXN');
    expect(body).toContain('href="/procesos/ocds-xs1qbl-prueba-1#partidas">Artículos de oficina</a>');
  });

  it('do not show a process for the words of its description', async () => {
    expect((await get('/partidas?q=papel+menor')).body).toContain('Ninguna partida publicada lo dice');
  });

  it('are asked for before anything is searched', async () => {
    expect(await get('/en/partidas')).toMatchObject({ status: 200 });
    expect(await get('/partidas?cursor=nada&q=papel')).toMatchObject({ status: 400 });
  });
});
