import { connectorHistory, loadConnector } from '#connectors';
import { examplePackage, exampleRelease } from '../../example-releases.js';
import { openConnectors, type TestConnectors } from './open-connectors.js';
import { failing, json, openSourceServer, type SourceServer } from './source-server.js';

let test: TestConnectors;
let source: SourceServer;
let next = 0;

beforeAll(async () => {
  test = await openConnectors({ CONNECTOR_MAX_MEGABYTES: '1' });
});
afterAll(() => test.close());
beforeEach(async () => {
  source = await openSourceServer();
});
afterEach(() => source.close());

/** A package of one release that no other test has. */
const fresh = (links?: object) => ({ ...examplePackage([exampleRelease(++next)]), ...(links && { links }) });
const hosts = ['127.0.0.1'];

describe('an HTTP source', () => {
  it('is asked with the ETag of what was taken, and is left alone when it has not changed', async () => {
    const conditions: unknown[] = [];
    let version = { etag: '"uno"', body: JSON.stringify(fresh()) };
    source.answers.set('/datos.json', (request, response) => {
      conditions.push(request.headers['if-none-match']);
      if (request.headers['if-none-match'] === version.etag) response.writeHead(304).end();
      else response.writeHead(200, { etag: version.etag }).end(version.body);
    });
    const id = await test.add('http', { url: `${source.url}/datos.json`, hosts });
    expect(await test.run(id)).toMatchObject({ outcome: 'done', counts: { files: 1, releases: 1 } });
    expect(await test.run(id)).toMatchObject({ outcome: 'unchanged', counts: { files: 0, repeated: 0 } });
    version = { etag: '"dos"', body: JSON.stringify(fresh()) };
    expect(await test.run(id)).toMatchObject({ outcome: 'done', counts: { files: 1, releases: 1 } });
    expect(conditions).toEqual([undefined, '"uno"', '"uno"']);
  });

  it('publishes nothing new when a server without ETag sends the same file again', async () => {
    source.answers.set('/datos.json', json(fresh()));
    const id = await test.add('http', { url: `${source.url}/datos.json`, hosts });
    await test.run(id);
    expect(await test.run(id)).toMatchObject({ outcome: 'unchanged', counts: { files: 0, repeated: 1, releases: 0 } });
  });

  it('is tried again after 500 and 429, and no more than its attempts', async () => {
    source.answers.set('/a.json', failing(1, 500, failing(1, 429, json(fresh()))));
    source.answers.set('/b.json', failing(9, 503, json(fresh())));
    const a = await test.add('http', { url: `${source.url}/a.json`, hosts });
    const b = await test.add('http', { url: `${source.url}/b.json`, hosts });
    expect(await test.run(a)).toMatchObject({ outcome: 'done' });
    expect(await test.run(b)).toMatchObject({ outcome: 'failed', error: { code: 'HTTP_STATUS' } });
    expect(source.asked.filter((path) => path === '/b.json')).toHaveLength(3);
  });

  it('fails on a body that is too large, and keeps nothing of it', async () => {
    source.answers.set('/grande.json', (_, response) => response.end(Buffer.alloc(1_000_001, ' ')));
    const id = await test.add('http', { url: `${source.url}/grande.json`, hosts });
    const before = await test.releases();
    expect(await test.run(id)).toMatchObject({ outcome: 'failed', error: { code: 'TOO_LARGE' } });
    expect(await test.releases()).toEqual(before);
  });

  it('counts a file that cannot be read, says so each time, and is not well', async () => {
    source.answers.set('/roto.json', (_, response) => response.writeHead(200, { etag: '"x"' }).end('{"releases": ['));
    const id = await test.add('http', { url: `${source.url}/roto.json`, hosts });
    for (let n = 0; n < 2; n++) {
      expect(await test.run(id)).toMatchObject({ outcome: 'with-faults', counts: { faulty: 1, files: 0 } });
    }
  });

  it('sends its token to its own server, and fails without the variable', async () => {
    const seen: unknown[] = [];
    const body = fresh();
    source.answers.set('/privado.json', (request, response) => {
      seen.push(request.headers.authorization);
      response.end(JSON.stringify(body));
    });
    const id = await test.add('http', { url: `${source.url}/privado.json`, hosts, tokenEnv: 'C7_SECRET_FUENTE' });
    expect(await test.run(id, { environment: {} })).toMatchObject({ error: { code: 'SECRET_MISSING' } });
    await test.run(id, { environment: { C7_SECRET_FUENTE: 'abc\n' } });
    expect(seen).toEqual(['Bearer abc']);
    const stored = JSON.stringify(await test.platform.dataSource.query('SELECT * FROM connector'));
    expect(stored).not.toContain('abc');
  });

  it('leaves a history, the newest run first', async () => {
    source.answers.set('/datos.json', failing(3, 500, json(fresh())));
    const id = await test.add('http', { url: `${source.url}/datos.json`, hosts });
    await test.run(id);
    await test.run(id);
    const [second, first] = await connectorHistory(test.platform.dataSource, id);
    expect(first).toMatchObject({ trigger: 'person', outcome: 'failed', errorCode: 'HTTP_STATUS', files: 0 });
    expect(second).toMatchObject({ outcome: 'done', files: 1, releases: 1, errorCode: null });
    expect(second!.endedAt!.getTime()).toBeGreaterThanOrEqual(second!.startedAt.getTime());
  });
});

describe('an OCDS API', () => {
  const api = (maxPages = 100, afterEnd: 'start' | 'last-page' = 'start') =>
    test.add('ocds-api', { url: `${source.url}/1`, hosts, maxPages, afterEnd });

  it('is followed to its last page, over relative links too', async () => {
    source.answers.set('/1', json(fresh({ next: `${source.url}/2` })));
    source.answers.set('/2', json(fresh({ next: '3' })));
    source.answers.set('/3', json(fresh({ prev: '/2' })));
    const id = await api();
    expect(await test.run(id)).toMatchObject({ outcome: 'done', counts: { files: 3, releases: 3 } });
    expect(await test.run(id)).toMatchObject({ outcome: 'unchanged', counts: { repeated: 3 } });
  });

  it('goes on at the page that failed', async () => {
    source.answers.set('/1', json(fresh({ next: '/2' })));
    source.answers.set('/2', failing(3, 500, json(fresh({ next: '/3' }))));
    source.answers.set('/3', json(fresh()));
    const id = await api();
    expect(await test.run(id)).toMatchObject({ outcome: 'failed', counts: { files: 1 } });
    expect(await test.run(id)).toMatchObject({ outcome: 'done', counts: { files: 2, repeated: 0 } });
    expect(source.asked).toEqual(['/1', '/2', '/2', '/2', '/2', '/3']);
    expect((await loadConnector(test.platform.dataSource, id)).position).toEqual({});
  });

  it('goes on where the number of pages of a run was reached, and at the last page where that is asked', async () => {
    source.answers.set('/1', json(fresh({ next: '/2' })));
    source.answers.set('/2', json(fresh({ next: '/3' })));
    source.answers.set('/3', json(fresh()));
    const id = await api(2, 'last-page');
    for (let n = 0; n < 3; n++) await test.run(id);
    expect(source.asked).toEqual(['/1', '/2', '/3', '/3']);
  });

  it('stops when links.next goes round in a circle', async () => {
    source.answers.set('/1', json(fresh({ next: '/2' })));
    source.answers.set('/2', json(fresh({ next: '/1' })));
    const id = await api();
    expect(await test.run(id)).toMatchObject({ outcome: 'failed', counts: { files: 2 }, error: { code: 'LINK_LOOP' } });
  });

  it('does not follow a link to another host, and begins anew where its page is gone', async () => {
    source.answers.set('/1', json(fresh({ next: 'http://10.0.0.1/2' })));
    const id = await api();
    expect(await test.run(id)).toMatchObject({ outcome: 'failed', error: { code: 'HOST_NOT_LISTED' } });
    await test.platform.dataSource.query('UPDATE connector SET position = $2 WHERE id = $1', [
      id,
      JSON.stringify({ next: `${source.url}/caduco` }),
    ]);
    source.answers.set('/1', json(fresh()));
    expect(await test.run(id)).toMatchObject({ outcome: 'done' });
    expect(source.asked.slice(-2)).toEqual(['/caduco', '/1']);
  });

  it.each(['[]', 'no es JSON', '{"links":{"next":7}}'])('fails on the page %s, and stays there', async (page) => {
    source.answers.set('/1', (_, response) => response.end(page));
    const id = await api();
    expect(await test.run(id)).toMatchObject({ outcome: 'failed', error: { code: 'PAGE_UNREADABLE' } });
  });
});

describe("the state's API of 2017", () => {
  function process(number: number, stages: readonly string[]) {
    const ocid = `ocds-xs1qbl-prueba-2017-${number}`;
    const packages = stages.map((stage) => `${source.url}/OCApi/release/${ocid}-${stage}`);
    for (const [n, stage] of stages.entries()) {
      const release = exampleRelease(number, { ocid, id: `${ocid}-${stage}`, tag: [n === 0 ? 'tender' : 'award'] });
      source.answers.set(`/OCApi/release/${ocid}-${stage}`, json(examplePackage([release])));
    }
    const compiledRelease = { ...exampleRelease(number, { ocid, tag: ['compiled'] }) };
    const record = { ...examplePackage([]), releases: undefined, packages, records: [{ ocid, compiledRelease }] };
    source.answers.set(`/OCApi/record/${ocid}`, json(record));
    return { ocid, URIContract: `${source.url}/OCApi/record/${ocid}` };
  }
  const walk = () => test.add('ocapi-2017', { url: source.url, year: 2017, hosts });

  it('is walked from the list over the records to the release packages, each taken once', async () => {
    const list = [process(1, ['tender', 'award']), process(2, ['tender'])];
    source.answers.set('/OCApi/2017/contracts', json(list));
    const id = await walk();
    expect(await test.run(id)).toMatchObject({ outcome: 'done', counts: { files: 3, releases: 3 } });
    const asked = source.asked.length;
    expect(await test.run(id)).toMatchObject({ outcome: 'unchanged', counts: { files: 0, repeated: 0 } });
    expect(source.asked.slice(asked).filter((path) => path.includes('/release/'))).toEqual([]);
  });

  it('takes the record package where a release package is gone, and goes on after a record that fails', async () => {
    const list = [process(11, ['tender']), process(12, ['tender']), process(13, ['tender'])];
    source.answers.set('/OCApi/2017/contracts', json(list));
    source.answers.delete('/OCApi/release/ocds-xs1qbl-prueba-2017-11-tender');
    source.answers.set('/OCApi/record/ocds-xs1qbl-prueba-2017-12', failing(99, 500, json({})));
    const id = await walk();
    expect(await test.run(id)).toMatchObject({ outcome: 'with-faults', counts: { files: 2, faulty: 1, releases: 2 } });
    const rows = await test.platform.dataSource.query(
      `SELECT origin FROM release WHERE ocid = 'ocds-xs1qbl-prueba-2017-11'`,
    );
    expect(rows).toEqual([{ origin: 'compiled' }]);
  });
});
