import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessError, type Actor } from '#access';
import {
  findPublisher,
  ingestFile,
  listProcessEvents,
  proposeCorrection,
  restoreProcess,
  verifyStore,
  withdrawProcess,
} from '#publishing';
import { listChanges, searchProcesses } from '#search';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { createHttpApp } from '../../apps/api/src/create-http-app.js';
import { PageFilter } from '../../apps/portal/src/page.filter.js';
import { PortalModule } from '../../apps/portal/src/portal.module.js';
import { Site } from '../../apps/portal/src/site.js';
import { PlatformModule } from '../../apps/wiring/src/platform.module.js';
import { examplePackage, exampleRelease } from '../example-releases.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { writeInput } from '../write-input.js';
import { addPerson, addTwoOrganisations, as } from './access/people.js';

@Module({})
class ProbeModule {}

let test: TestPlatform;
let app: NestFastifyApplication;
let origin: string;
let [rosa, foreigner]: Actor[] = [];

beforeAll(async () => {
  test = await openTestPlatform();
  const { dataSource } = test.platform;
  await addTwoOrganisations(dataSource);
  rosa = await addPerson(dataSource, 'rosa', as('reviewer', 'sepaf'));
  foreigner = await addPerson(dataSource, 'otra', as('reviewer', 'salud'));
  const platform = PlatformModule.of(test.platform);
  app = await createHttpApp(
    { module: ProbeModule, imports: [ApiModule.with(platform), PortalModule.with(platform)] },
    false,
  );
  app.useGlobalFilters(new PageFilter(app.get(Site)));
  await app.listen(0, '127.0.0.1');
  origin = await app.getUrl();
  for (const number of [1, 2, 3]) await submit(exampleRelease(number));
}, 60_000);
afterAll(async () => {
  await app.close();
  await test.close();
});

const ocidOf = (number: number) => `ocds-xs1qbl-prueba-${number}`;

async function submit(...releases: unknown[]) {
  const publisher = await findPublisher(test.platform.dataSource, 'sepaf');
  const path = await writeInput(examplePackage(releases));
  const report = await ingestFile(test.platform, { path, publisher });
  await test.publish(report.ocids);
  return report;
}

async function get(path: string) {
  const reply = await fetch(origin + path);
  return { status: reply.status, body: await reply.text(), type: reply.headers.get('content-type') };
}

async function changes(after: number) {
  const found = await listChanges(test.platform.dataSource, String(after), 100);
  return found.map(({ ocid, kind, releaseIds }) => [ocid, kind, releaseIds]);
}

const lastPosition = async () => Number((await listChanges(test.platform.dataSource, '0', 1000)).at(-1)!.position);

const reason = 'Se publicó dos veces con números distintos';
const withdraw = (number: number, by = rosa!) =>
  withdrawProcess(test.platform, { ocid: ocidOf(number), reason, legalGround: 'Art. 1 inventado', by });

describe('a withdrawn process', () => {
  let before: number;

  beforeAll(async () => {
    before = await lastPosition();
    await withdraw(1);
  });

  it('answers with its tombstone: 410, with who, when and why', async () => {
    const record = await get(`/api/v1/records/${ocidOf(1)}`);
    expect(record).toMatchObject({ status: 410, type: 'application/problem+json; charset=utf-8' });
    expect(JSON.parse(record.body)).toMatchObject({
      title: 'El proceso fue retirado',
      withdrawal: { ocid: ocidOf(1), reason, legalGround: 'Art. 1 inventado', date: expect.stringMatching(/^2\d{3}-/) },
    });
    expect(await get(`/api/v1/releases/${ocidOf(1)}/prueba-1-1`)).toMatchObject({ status: 410 });
    const page = await get(`/procesos/${ocidOf(1)}`);
    expect(page).toMatchObject({ status: 410, type: 'text/html; charset=utf-8' });
    expect(page.body).toContain('Este procedimiento fue retirado');
    expect(page.body).toContain(reason);
    expect(page.body).toContain('Art. 1 inventado');
    expect(page.body).not.toContain('rosa');
  });

  it('is in no list and no search', async () => {
    for (const url of ['/api/v1/records', '/api/v1/releases', '/api/v1/processes?q=computadoras', '/procesos']) {
      const { body } = await get(url);
      expect(body).toContain(ocidOf(2));
      expect(body).not.toContain(ocidOf(1));
    }
  });

  it('is told once in the change feed, and its releases no more', async () => {
    expect(await changes(before)).toEqual([[ocidOf(1), 'withdrawn', ['prueba-1-1']]]);
    const feed = JSON.parse((await get('/api/v1/changes?after=0')).body) as { releases: { ocid: string }[] };
    expect(feed.releases.map(({ ocid }) => ocid)).toEqual([ocidOf(2), ocidOf(3)]);
  });

  it('stays withdrawn when a file tells of it, and the report says so', async () => {
    const report = await submit(
      exampleRelease(1, { id: 'prueba-1-2', date: '2026-04-01T10:00:00-06:00' }),
      exampleRelease(4),
    );
    expect(report).toMatchObject({ accepted: 1, held: 1, withdrawn: [ocidOf(1)] });
    expect(await get(`/api/v1/records/${ocidOf(1)}`)).toMatchObject({ status: 410 });
  });

  it('takes no correction and no second withdrawal', async () => {
    const edits = [{ pointer: '/tender/title', value: 'x' }];
    const proposal = proposeCorrection(test.platform, { ocid: ocidOf(1), edits, reason, by: rosa! });
    await expect(proposal).rejects.toMatchObject({ code: 'PROCESS_WITHDRAWN' });
    await expect(withdraw(1)).rejects.toMatchObject({ code: 'PROCESS_WITHDRAWN' });
  });

  it('leaves a store that verifies', async () => {
    expect((await verifyStore(test.platform.dataSource)).filter(({ ok }) => !ok)).toEqual([]);
  });

  it('is public again once restored, with what came meanwhile', async () => {
    const at = await lastPosition();
    await restoreProcess(test.platform, { ocid: ocidOf(1), reason: 'Era el número correcto', by: rosa! });
    expect(await get(`/procesos/${ocidOf(1)}`)).toMatchObject({ status: 200 });
    expect(await changes(at)).toEqual([
      [ocidOf(1), 'restored', ['prueba-1-1']],
      [ocidOf(1), 'published', ['prueba-1-2']],
    ]);
    expect((await searchProcesses(test.platform.dataSource, { limit: 20 })).total).toBe(4);
    const events = await listProcessEvents(test.platform.dataSource.manager, ocidOf(1));
    expect(events.map(({ kind, reason: why }) => [kind, why])).toEqual([
      ['withdrawn', reason],
      ['restored', 'Era el número correcto'],
    ]);
    const again = restoreProcess(test.platform, { ocid: ocidOf(1), reason: 'otra vez', by: rosa! });
    await expect(again).rejects.toMatchObject({ code: 'PROCESS_NOT_WITHDRAWN' });
    expect((await verifyStore(test.platform.dataSource)).filter(({ ok }) => !ok)).toEqual([]);
  });
});

it('asks for a reason and for a role in that organisation', async () => {
  const input = { ocid: ocidOf(2), by: rosa! };
  await expect(withdrawProcess(test.platform, { ...input, reason: ' ' })).rejects.toMatchObject({
    code: 'REASON_MISSING',
  });
  await expect(withdraw(2, foreigner!)).rejects.toMatchObject({ code: 'PROCESS_UNKNOWN' });
  const ana = await addPerson(test.platform.dataSource, 'ana', as('publisher', 'sepaf'));
  await expect(withdraw(2, ana)).rejects.toBeInstanceOf(AccessError);
});

it('of two withdrawals at once, one is done', async () => {
  const outcomes = await Promise.allSettled([withdraw(3), withdraw(3)]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

it('does not keep people waiting for a file that holds the process', async () => {
  const runner = test.platform.dataSource.createQueryRunner();
  await runner.startTransaction();
  await runner.query('SELECT 1 FROM record WHERE ocid = $1 FOR UPDATE', [ocidOf(2)]);
  await expect(withdraw(2)).rejects.toMatchObject({ code: 'PROCESS_BUSY' });
  await runner.rollbackTransaction();
  await runner.release();
}, 20_000);
