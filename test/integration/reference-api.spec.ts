import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { asActor } from '#access';
import { editReference } from '#publishing';
import { listenTestApp } from '../open-test-app.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { addPerson, as } from './access/people.js';

let test: TestPlatform;
let app: NestFastifyApplication;
let origin: string;

beforeAll(async () => {
  test = await openTestPlatform();
  ({ app, origin } = await listenTestApp(test.platform));
});
afterAll(async () => {
  await app.close();
  await test.close();
});

interface Answer {
  readonly kind: string;
  readonly asOf: string;
  readonly entries: readonly { readonly key: string; readonly data: Readonly<Record<string, string>> }[];
}

async function ask(path: string) {
  const reply = await fetch(`${origin}/api/v1/reference/${path}`);
  return { status: reply.status, text: await reply.text() };
}

async function told(path: string): Promise<Answer> {
  const { status, text } = await ask(path);
  expect(status).toBe(200);
  return JSON.parse(text) as Answer;
}

describe('GET /api/v1/reference/{kind}', () => {
  it('tells what held on a day, with its source', async () => {
    expect(await told('role?asof=2026-01-15')).toMatchObject({
      kind: 'role',
      asOf: '2026-01-15',
      entries: [{ key: 'monitor', data: { acronym: 'ITEI' }, validFrom: null, validTo: '2026-01-15', version: 1 }],
    });
    expect(await told('role?asof=2026-01-16')).toMatchObject({
      entries: [{ data: { name: 'Contraloría del Estado' }, source: { note: 'Notas de prensa, no el decreto.' } }],
    });
  });

  it('tells of today where no day is asked for, and of one entry where it is named', async () => {
    const { asOf, entries } = await told('body?key=ayuntamiento-de-zapopan');
    expect(asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(entries.map(({ data }) => data)).toEqual([
      { name: 'Ayuntamiento de Zapopan', type: 'ayuntamiento', municipality: 'Zapopan' },
    ]);
    expect((await told('body')).entries).toHaveLength(432);
  });

  it('shows an edit at once, and not who made it', async () => {
    const luz = await addPerson(test.platform.dataSource, 'luz-editora', as('secretariat', null));
    await asActor(test.platform.dataSource, luz, (manager) =>
      editReference(manager, luz, {
        kind: 'threshold',
        key: 'uma',
        expected: 0,
        data: { name: 'UMA inventada', type: 'uma', value: '10.00' },
        validFrom: '2001-02-01',
        validTo: null,
        source: { title: 'Diario inventado' },
        reason: 'Motivo interno',
      }),
    );
    const { text } = await ask('threshold?key=uma');
    expect(text).toContain('UMA inventada');
    expect(text).not.toMatch(/luz-editora|Motivo interno/);
  });

  it.each([
    ['a kind that is not there', 'cosas', 404],
    ['a day that is none', 'role?asof=ayer', 400],
    ['a day that does not exist', 'role?asof=2026-02-30', 400],
    ['a parameter that is not there', 'role?desde=2026-01-01', 400],
  ])('refuses %s', async (_, path, status) => {
    expect(await ask(path)).toMatchObject({ status });
  });
});
