import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { findPublisher, ingestFile, summariseParties } from '#publishing';
import { examplePackage, exampleRelease } from '../example-releases.js';
import { listenTestApp } from '../open-test-app.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { writeInput } from '../write-input.js';

let test: TestPlatform;
let app: NestFastifyApplication;
let origin: string;

const OCID = 'ocds-xs1qbl-prueba-1';
const suppliers = [{ id: 'x', name: 'Papelería El Cuervo' }];

beforeAll(async () => {
  test = await openTestPlatform();
  ({ app, origin } = await listenTestApp(test.platform));
  const publisher = await findPublisher(test.platform.dataSource, 'sepaf');
  const meeting = { id: 'j1', date: '2026-03-05T10:00:00-06:00', attendees: [{ id: 'x', name: 'Una' }], officials: [] };
  const first = exampleRelease(1);
  const second = exampleRelease(1, {
    id: 'prueba-1-2',
    date: '2026-04-01T10:00:00-06:00',
    tag: ['award'],
    tender: { ...first.tender, clarificationMeetings: [meeting] },
    parties: [{ ...suppliers[0], roles: ['supplier'] }],
    awards: [{ id: 'a', status: 'active', suppliers, value: { amount: 1250.5, currency: 'MXN' } }],
  });
  const path = await writeInput(examplePackage([first, second]));
  await test.publish((await ingestFile(test.platform, { path, publisher, profile: 'ocds' })).ocids);
  await summariseParties(test.platform.dataSource);
});
afterAll(async () => {
  await app.close();
  await test.close();
});

async function get(url: string) {
  const reply = await fetch(origin + url);
  const bytes = Buffer.from(await reply.arrayBuffer());
  return {
    status: reply.status,
    type: reply.headers.get('content-type'),
    bytes,
    body: bytes.toString('latin1'),
    text: bytes.toString(),
  };
}

describe('a process as a file', () => {
  it('is its tables, as CSV in a zip or as a workbook', async () => {
    const csv = await get(`/descargas/procesos/${OCID}.csv.zip`);
    expect([csv.status, csv.type]).toEqual([200, 'application/zip']);
    expect(csv.body).toContain('procesos.csv');
    expect(csv.body).toContain('awards.csv');
    const xlsx = await get(`/descargas/procesos/${OCID}.xlsx`);
    expect(xlsx.body.startsWith('PK')).toBe(true);
    expect(xlsx.body).toContain('xl/worksheets/sheet1.xml');
  });

  it('is a sheet of one page to print, in either language', async () => {
    for (const address of ['', '/en']) {
      const { type, body } = await get(`${address}/descargas/procesos/${OCID}.pdf`);
      expect(type).toBe('application/pdf');
      expect(body.startsWith('%PDF-')).toBe(true);
      expect(body.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
    }
  });

  it('that is not published, or of no such format, is a 404', async () => {
    expect(await get('/descargas/procesos/nada.pdf')).toMatchObject({ status: 404 });
    expect(await get(`/descargas/procesos/${OCID}.exe`)).toMatchObject({ status: 404 });
  });

  it('is linked from its page', async () => {
    const { text } = await get(`/procesos/${OCID}`);
    for (const [, href] of text.matchAll(/href="(\/descargas\/procesos\/[^"]+)"/g))
      expect(await get(href!)).toMatchObject({ status: 200 });
    expect(text).toContain('Juntas de aclaraciones');
  });
});

describe('a citation', () => {
  it('has an address that goes on showing the process as it is now', async () => {
    const { text } = await get(`/procesos/${OCID}`);
    expect(text).toContain(
      `ocid ${OCID}. Publicación del 1 abr 2026. Compromiso 7. https://compras.example/procesos/${OCID}?publicacion=prueba-1-2</span>`,
    );
    expect((await get(`/procesos/${OCID}?publicacion=prueba-1-2`)).text).toContain('Papelería El Cuervo');
  });

  it('of an earlier release leaves out what came later, and says so', async () => {
    const { text } = await get(`/procesos/${OCID}?publicacion=prueba-1-1`);
    expect(text).toContain('Así estaba al publicarse la entrega del 1 mar 2026.');
    expect(text).not.toContain('Papelería El Cuervo');
    expect(text).toContain('Todavía no hay fallo publicado de este procedimiento.');
    expect(await get(`/procesos/${OCID}?publicacion=otra`)).toMatchObject({ status: 404 });
    expect(await get(`/procesos/${OCID}?utm_source=correo`)).toMatchObject({ status: 200 });
  });
});
