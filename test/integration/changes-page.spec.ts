import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { findPublisher, ingestFile } from '#publishing';
import { examplePackage, exampleRelease } from '../example-releases.js';
import { listenTestApp } from '../open-test-app.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { writeInput } from '../write-input.js';

let test: TestPlatform;
let app: NestFastifyApplication;
let origin: string;

/** A contract that grows by an amendment in the second release, and whose object is told again in the third. */
const releases = [
  contract(1, '2026-03-01', { value: { amount: 1000, currency: 'MXN' }, title: 'Papel' }),
  contract(2, '2026-04-01', {
    value: { amount: 1500, currency: 'MXN' },
    title: 'Papel',
    amendments: [{ id: 'CM-1', rationale: 'Más papel' }],
  }),
  contract(3, '2026-05-01', { value: { amount: 1500, currency: 'MXN' }, title: '<script>alert(1)</script>' }),
];

/** Only the first release says what is bought; those that follow tell what came after. */
function contract(n: number, day: string, members: object) {
  const { tender, ...release } = exampleRelease(1);
  return {
    ...release,
    ...(n === 1 && { tender }),
    id: `prueba-1-${n}`,
    date: `${day}T12:00:00-06:00`,
    tag: [n === 1 ? 'contract' : 'contractAmendment'],
    contracts: [{ id: 'C-1', awardID: 'a', ...members }],
  };
}

beforeAll(async () => {
  test = await openTestPlatform();
  ({ app, origin } = await listenTestApp(test.platform));
  const publisher = await findPublisher(test.platform.dataSource, 'sepaf');
  const path = await writeInput(examplePackage(releases));
  await test.publish((await ingestFile(test.platform, { path, publisher, profile: 'ocds' })).ocids);
});
afterAll(async () => {
  await app.close();
  await test.close();
});

const PATH = '/procesos/ocds-xs1qbl-prueba-1/cambios';

async function get(query: string, path = PATH) {
  const reply = await fetch(`${origin}${path}${query}`);
  const body = await reply.text();
  return { status: reply.status, body, text: body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ') };
}

describe('what changed in a process', () => {
  it('is told between any two releases, with the address to cite', async () => {
    const { status, body, text } = await get('?de=prueba-1-1&a=prueba-1-2');
    expect(status).toBe(200);
    expect(body).toContain('<h1>Qué cambió en «Licitación de computadoras número 1»</h1>');
    expect(text).toContain('De la publicación 1 a la 2.');
    expect(body).toContain('<del>$1,000.00 MXN</del>');
    expect(body).toContain('<ins>$1,500.00 MXN</ins>');
    expect(text).toContain('Más papel');
    expect(text).toContain(`https://compras.example${PATH}?de=prueba-1-1&amp;a=prueba-1-2`);
    expect(body).toContain(
      `<link rel="canonical" href="https://compras.example${PATH}?de=prueba-1-1&amp;a=prueba-1-2">`,
    );
  });

  it('is told of the newest release where none is asked for, and of the one before where one is', async () => {
    expect((await get('')).text).toContain('De la publicación 2 a la 3.');
    expect((await get('?a=prueba-1-2')).text).toContain('De la publicación 1 a la 2.');
    expect((await get('?a=prueba-1-1')).text).toContain('Lo que dijo la publicación 1, que es la primera.');
    expect((await get('?de=&a=prueba-1-2')).text).toContain('Todo lo dicho hasta la publicación 2.');
  });

  it('is told backwards, and says when nothing changed', async () => {
    expect((await get('?de=prueba-1-2&a=prueba-1-1')).body).toContain('<ins>$1,000.00 MXN</ins>');
    expect((await get('?de=prueba-1-2&a=prueba-1-2')).text).toContain('no cambió ningún dato');
  });

  it('shows markup as text', async () => {
    expect((await get('?a=prueba-1-3')).body).toContain('<ins>&lt;script&gt;alert(1)&lt;/script&gt;</ins>');
  });

  it('lets the reader choose again where a release is not of the process', async () => {
    const { status, text } = await get('?de=prueba-1-1&a=otra');
    expect(status).toBe(200);
    expect(text).toContain('El procedimiento no tiene esa publicación.');
    expect(text).toContain('Comparar');
  });

  it('is in English too, and linked from each release of the process', async () => {
    expect((await get('?a=prueba-1-2', `/en${PATH}`)).text).toContain('From release 1 to release 2.');
    const { body } = await get('', '/procesos/ocds-xs1qbl-prueba-1');
    expect(body).toContain(`href="${PATH}?a=prueba-1-2"`);
  });

  it('of a process that is not there is a 404', async () => {
    expect(await get('', '/procesos/ocds-xs1qbl-otro/cambios')).toMatchObject({ status: 404 });
  });
});
