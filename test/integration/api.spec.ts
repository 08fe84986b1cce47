import { readFile } from 'node:fs/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { findExtensions } from '#ocds';
import { findPublisher, ingestFile } from '#publishing';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { createHttpApp } from '../../apps/api/src/create-http-app.js';
import { ProblemFilter } from '../../apps/api/src/problem.filter.js';
import { PlatformModule } from '../../apps/wiring/src/platform.module.js';
import { compileSchema } from '../conformance/compile-schema.js';
import { examplePackage, exampleRelease } from '../example-releases.js';
import registry from '../../schemas/extensions/registry.json' with { type: 'json' };
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { writeInput } from '../write-input.js';

let test: TestPlatform;
let app: NestFastifyApplication;
let origin: string;

interface Package {
  readonly releases: { readonly ocid: string; readonly id: string }[];
  readonly records: { readonly ocid: string; readonly compiledRelease: { readonly tag: string[] } }[];
  readonly changes: { readonly position: number; readonly ocid: string; readonly releases: string[] }[];
  readonly links: { readonly next?: string; readonly prev?: string; readonly resume?: string };
}

beforeAll(async () => {
  test = await openTestPlatform();
  app = await createHttpApp(ApiModule.with(PlatformModule.of(test.platform)), false);
  app.useGlobalFilters(new ProblemFilter());
  await app.listen(0, '127.0.0.1');
  origin = await app.getUrl();
  for (let number = 1; number <= 7; number++)
    await submit(exampleRelease(number, { date: `2026-03-0${number}T10:00:00-06:00` }));
});
afterAll(async () => {
  await app.close();
  await test.close();
});

async function submit(...releases: unknown[]) {
  const publisher = await findPublisher(test.platform.dataSource, 'sepaf');
  const path = await writeInput(examplePackage(releases));
  await test.publish((await ingestFile(test.platform, { path, publisher, profile: 'ocds' })).ocids);
}

async function get(url: string) {
  const reply = await fetch(origin + url.replace('https://compras.example', ''));
  return {
    status: reply.status,
    headers: reply.headers,
    body: (await reply.json()) as Package & Record<string, unknown>,
  };
}

/** Follows the links of a list to its end. */
async function pages(url: string, relation: 'next' | 'prev' = 'next'): Promise<(Package & { readonly url: string })[]> {
  const found = [];
  for (let at: string | undefined = url; at;) {
    const { body }: { body: Package } = await get(at);
    found.push({ ...body, url: at });
    at = body.links[relation];
  }
  return found;
}

describe('GET /api/v1/releases', () => {
  it('is a valid release package of the newest releases first', async () => {
    const { status, headers, body } = await get('/api/v1/releases?limit=3');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(compileSchema('release-package-schema')(body)).toEqual([]);
    expect(body.releases.map((release) => release.ocid)).toEqual([7, 6, 5].map((n) => `ocds-xs1qbl-prueba-${n}`));
  });

  it('gives every release once along links.next, and the same pages back along links.prev', async () => {
    const forward = await pages('/api/v1/releases?limit=3');
    expect(forward.flatMap((page) => page.releases.map((release) => release.ocid.at(-1)))).toEqual([...'7654321']);
    const backward = await pages(forward.at(-1)!.url, 'prev');
    expect(backward.map((page) => page.releases)).toEqual(forward.map((page) => page.releases).toReversed());
  });

  it('gives one release as it was published', async () => {
    const { body } = await get('/api/v1/releases/ocds-xs1qbl-prueba-2/prueba-2-1');
    expect(compileSchema('release-package-schema')(body)).toEqual([]);
    expect(body.releases).toEqual([exampleRelease(2, { date: '2026-03-02T10:00:00-06:00' })]);
  });

  it.each([
    ['an unknown release', '/api/v1/releases/ocds-xs1qbl-prueba-2/otra', 404],
    ['an unknown path', '/api/v1/nada', 404],
    ['a limit out of range', '/api/v1/releases?limit=0', 400],
    ['an unknown parameter', '/api/v1/releases?pagina=2', 400],
    ['a repeated parameter', '/api/v1/releases?cursor=a&cursor=b', 400],
    ['a made-up cursor', '/api/v1/releases?cursor=abc', 400],
    ['a cursor of another list', `/api/v1/releases?cursor=${Buffer.from('["n",1]').toString('base64url')}`, 400],
    [
      'a cursor with a key that is no date',
      `/api/v1/releases?cursor=${Buffer.from('["n","x","y","z"]').toString('base64url')}`,
      400,
    ],
  ])('answers %s with a problem document', async (_, url, status) => {
    const reply = await get(url);
    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
    expect(reply.body).toMatchObject({ status, title: expect.any(String), instance: url });
  });
});

describe('GET /api/v1/records', () => {
  it('is a valid record package with compiled releases', async () => {
    const { body } = await get('/api/v1/records?limit=2');
    expect(compileSchema('record-package-schema')(body)).toEqual([]);
    expect(body.records.map((record) => record.compiledRelease.tag)).toEqual([['compiled'], ['compiled']]);
  });

  it('gives every record once along links.next', async () => {
    const found = await pages('/api/v1/records?limit=2');
    expect(found.flatMap((page) => page.records.map((record) => record.ocid.at(-1)))).toEqual([...'7654321']);
  });

  it('gives one record with its versions, and 304 to who has it', async () => {
    const { body, headers } = await get('/api/v1/records/ocds-xs1qbl-prueba-3');
    expect(compileSchema('record-package-schema')(body)).toEqual([]);
    expect(body.records[0]).toMatchObject({ versionedRelease: { ocid: 'ocds-xs1qbl-prueba-3' } });
    const again = await fetch(`${origin}/api/v1/records/ocds-xs1qbl-prueba-3`, {
      headers: { 'if-none-match': headers.get('etag')! },
    });
    expect(again.status).toBe(304);
  });
});

describe('GET /api/v1/changes', () => {
  it('gives every change once, in order, and says where to resume', async () => {
    const found = await pages('/api/v1/changes?after=0&limit=2');
    expect(found.flatMap((page) => page.changes.map((change) => change.position))).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(found.every((page) => compileSchema('release-package-schema')(page).length === 0)).toBe(true);
    await submit(exampleRelease(3, { id: 'prueba-3-2', date: '2026-04-01T00:00:00Z', tag: ['tenderUpdate'] }));
    const { body } = await get(found.at(-1)!.links.resume!);
    expect(body.changes).toMatchObject([{ position: 8, ocid: 'ocds-xs1qbl-prueba-3', releases: ['prueba-3-2'] }]);
  });
});

describe('GET /api/v1/processes', () => {
  it.each(['licitacion computadora', 'LICITACIONES', 'Licitación', 'computación', '"número 4"'])(
    'finds by «%s»',
    async (q) => {
      const { body } = await get(`/api/v1/processes?q=${encodeURIComponent(q)}`);
      expect(body['total']).toBeGreaterThan(0);
    },
  );

  it('finds a process by its ocid, and nothing by other words', async () => {
    expect((await get('/api/v1/processes?q=ocds-xs1qbl-prueba-4')).body).toMatchObject({ total: 1 });
    expect((await get('/api/v1/processes?q=ambulancias')).body).toMatchObject({ total: 0, processes: [] });
  });

  it('pages by relevance without repeating', async () => {
    const found = await pages('/api/v1/processes?q=licitacion&limit=3');
    const ocids = found.flatMap((page) =>
      (page as unknown as { processes: { ocid: string }[] }).processes.map((row) => row.ocid),
    );
    expect(ocids).toHaveLength(7);
    expect(new Set(ocids).size).toBe(7);
  });
});

describe('GET /schemas/extensions', () => {
  const url = '/schemas/extensions/jalisco';

  it('serves the extension that every package declares, with its documentation', async () => {
    const { body: list } = await get('/api/v1/releases?limit=1');
    expect(list['extensions']).toContain(`https://compras.example${url}/extension.json`);
    expect(findExtensions(list['extensions'] as string[])).toMatchObject({
      unknown: [],
      known: expect.arrayContaining(
        ['taxes', 'guarantees', 'budgetLines'].map((id) => expect.objectContaining({ id })),
      ),
    });
    const { body, headers } = await get(`${url}/extension.json`);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(body).toMatchObject({ name: { en: 'Jalisco local fields' }, schemas: ['release-schema.json'] });
    const { en } = body['documentationUrl'] as { readonly en: string };
    const readme = await fetch(origin + en.replace('https://compras.example', ''));
    expect(readme.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(await readme.text()).toContain('# Campos locales de Jalisco');
  });

  it.each(Object.keys(registry))('serves all that %s says it has', async (id) => {
    const { status, body } = await get(`/schemas/extensions/${id}/extension.json`);
    expect(status).toBe(200);
    expect(body['documentationUrl']).toHaveProperty('en');
    const lists = ((body['codelists'] ?? []) as string[]).map((name) => `codelists/${name}`);
    for (const file of [...((body['schemas'] ?? []) as string[]), ...lists]) {
      const reply = await fetch(`${origin}/schemas/extensions/${id}/${file}`);
      expect([file, reply.status]).toEqual([file, 200]);
      expect(await reply.text()).toBe(await readFile(`schemas/extensions/${id}/${file}`, 'utf8'));
    }
  });

  it.each([
    'nada/extension.json',
    'bids/nada.json',
    '../registry.json',
    '%2e%2e/registry.json',
    'bids/..%2fregistry.json',
  ])('has nothing at %s', async (path) => {
    expect((await get(`/schemas/extensions/${path}`)).status).toBe(404);
  });
});

describe('GET /readyz', () => {
  it('says that the store and the queue answer', async () => {
    expect((await get('/readyz')).body).toMatchObject({ status: 'ok', queue: { failed: 0 } });
  });
});
