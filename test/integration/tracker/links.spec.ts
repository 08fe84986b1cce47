import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { checkLinks, gatherLinks, linkHealth } from '#links';
import { findPublisher, ingestFile } from '#publishing';
import { addEvidence, type TrackingDependencies } from '#tracking';
import { textOf } from '../../../apps/portal/src/examples/text-of.js';
import { openSourceServer, type SourceServer } from '../connectors/source-server.js';
import { examplePackage, exampleRelease } from '../../example-releases.js';
import { listenTestApp } from '../../open-test-app.js';
import { openTestPlatform, type TestPlatform } from '../../open-test-platform.js';
import { writeInput } from '../../write-input.js';
import { deskClient } from './desk-client.js';
import { addCast, addMilestone, type Cast, dependenciesAt, done, PLAN } from './people.js';

let test: TestPlatform;
let app: NestFastifyApplication;
let origin: string;
let server: SourceServer;
let cast: Cast;
let tracking: TrackingDependencies;
let milestone: string;
const clock = { now: new Date('2026-03-02T18:00:00Z') };
const ocid = exampleRelease(1).ocid!;

beforeAll(async () => {
  server = await openSourceServer();
  test = await openTestPlatform({ OUTBOUND_ALLOW: '127.0.0.1' });
  ({ app, origin } = await listenTestApp(test.platform));
  cast = await addCast(test.platform.dataSource);
  tracking = dependenciesAt(test.platform, { day: '2026-03-02' });
  milestone = await addMilestone(tracking, cast);
  serve('/acta.txt', 'El acta.');
  serve('/contrato.pdf', '%PDF-1.7');
  const proof = { plan: PLAN, target: milestone, kind: 'minuta', title: 'Acta en línea', proves: 'Que hubo sesión' };
  await done(addEvidence(tracking, cast.implementer, { ...proof, url: `${server.url}/acta.txt` }));
  const documents = ['contrato.pdf', 'perdido.pdf'].map((name) => ({
    id: name,
    title: name,
    url: `${server.url}/${name}`,
  }));
  const release = exampleRelease(1, { tender: { id: 't', title: 'Obra', documents } });
  const publisher = await findPublisher(test.platform.dataSource, 'sepaf');
  const path = await writeInput(examplePackage([release]));
  await test.publish((await ingestFile(test.platform, { path, publisher, profile: 'ocds' })).ocids);
});
afterAll(async () => {
  await app.close();
  await test.close();
  await server.close();
});

const serve = (path: string, text: string) => server.answers.set(path, (_, response) => response.end(text));
const look = async (days: number, most = 100) => {
  clock.now = new Date(clock.now.getTime() + days * 86_400_000);
  await gatherLinks(test.platform.dataSource, clock.now);
  return checkLinks(test.platform.dataSource, { allow: ['127.0.0.1'], most, pauseMs: 0, now: () => clock.now });
};
const page = async (path: string) => textOf(await (await fetch(origin + path)).text());
const healthOf = async (path: string) => {
  const url = `${server.url}${path}`;
  return (await linkHealth(test.platform.dataSource, [url])).get(url);
};

describe('the links of evidence and of documents', () => {
  it('are asked once a week, and those that answer are told nothing of', async () => {
    expect(await look(0)).toEqual({ asked: 3, failing: 1 });
    expect(await look(1)).toEqual({ asked: 1, failing: 1 });
    expect(await healthOf('/acta.txt')).toMatchObject({
      httpStatus: 200,
      fault: null,
      failingSince: null,
      changedSince: null,
    });
    expect(await page('/evidencias')).not.toMatch(/No responde|cambió, según/);
  });

  it('that do not answer are told on the page of their process, with what they reply', async () => {
    const text = await page(`/procesos/${ocid}`);
    expect(text).toContain('perdido.pdf No responde desde el 2 mar 2026: contesta 404.');
    expect(text.match(/No responde desde/g)).toHaveLength(1);
  });

  it('whose content changed are told beside the copy', async () => {
    serve('/acta.txt', 'Otra acta.');
    expect(await look(7)).toEqual({ asked: 3, failing: 1 });
    expect(await page('/evidencias')).toContain('Lo que hay en esta dirección cambió, según se vio el 10 mar 2026.');
    serve('/acta.txt', 'El acta.');
    await look(7);
    expect(await page('/evidencias')).not.toContain('cambió, según');
  });

  it('of evidence that fell silent are told with the first day, and the copy is still given', async () => {
    server.answers.delete('/acta.txt');
    await look(7);
    await look(1);
    expect(await page('/evidencias')).toMatch(
      /No responde desde el 24 mar 2026: contesta 404\. La copia guardada sigue aquí\./,
    );
    const html = await (await fetch(`${origin}/metas/${milestone}`)).text();
    const [, copy] = /href="([^"]+\/evidence\/[^"]+\/file)"/.exec(html)!;
    expect(await (await fetch(origin + copy!)).text()).toBe('El acta.');
    const desk = await deskClient(app, test.platform.dataSource, cast.implementer, PLAN);
    expect((await desk.get(`metas/${milestone}`)).text).toContain('No responde desde el 24 mar 2026');
    expect(await page('/evidencias?asof=2026-03-05')).not.toContain('No responde');
  });

  it('that answer again are sound from then on', async () => {
    serve('/acta.txt', 'El acta.');
    await look(1);
    expect(await healthOf('/acta.txt')).toMatchObject({ fault: null, failingSince: null });
  });
});

describe('a look', () => {
  it('asks no more than it may, whoever else looks at the same time', async () => {
    const before = server.asked.length;
    const looks = await Promise.all([look(9, 2), look(0, 2)]);
    expect(looks.map(({ asked }) => asked).reduce((sum, n) => sum + n)).toBe(3);
    expect(server.asked.length - before).toBeGreaterThanOrEqual(3);
  });

  it('tells nothing where no server is reached at all: it is our network that is down', async () => {
    const { dataSource } = test.platform;
    await dataSource.query(
      `INSERT INTO link_check (url_hash, url, host, found_in, seen_at, next_at)
       SELECT sha256(convert_to(u, 'UTF8')), u, split_part(u, '/', 3), 'x', $1, $1 FROM unnest(ARRAY['http://uno.example/', 'http://dos.example/']) u`,
      [new Date(clock.now.getTime() - 1)],
    );
    await dataSource.query(`UPDATE link_check SET next_at = 'infinity' WHERE host LIKE '127%'`);
    const resolve = () => Promise.reject(new Error('EAI_AGAIN'));
    const options = { allow: [], most: 10, pauseMs: 0, now: () => clock.now, resolve };
    expect(await checkLinks(dataSource, options)).toEqual({ asked: 0, failing: 0 });
    expect(await linkHealth(dataSource, ['http://uno.example/'])).toEqual(new Map());
  });

  it('reaches no private address, whatever a document says', async () => {
    const { dataSource } = test.platform;
    await dataSource.query(`DELETE FROM link_check WHERE host LIKE '%.example'`);
    await dataSource.query(`UPDATE link_check SET next_at = '2020-01-01'`);
    const before = server.asked.length;
    const { failing } = await checkLinks(dataSource, { allow: [], most: 10, pauseMs: 0, now: () => clock.now });
    expect(failing).toBe(3);
    expect(server.asked.length).toBe(before);
    expect(await healthOf('/acta.txt')).toMatchObject({ fault: 'ADDRESS_FORBIDDEN', httpStatus: null });
  });
});
