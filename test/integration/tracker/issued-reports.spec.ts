import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  recordItem,
  issueReport,
  listIssuedReports,
  readIssuedReport,
  type TrackingDependencies,
  verifyTracker,
} from '#tracking';
import { isIntact, type ReportDocument } from '#tracker';
import { findPublisher, ingestFile } from '#publishing';
import { textOf } from '../../../apps/portal/src/examples/text-of.js';
import { examplePackage, exampleRelease } from '../../example-releases.js';
import { listenTestApp } from '../../open-test-app.js';
import { openTestPlatform, type TestPlatform } from '../../open-test-platform.js';
import { writeInput } from '../../write-input.js';
import { deskClient } from './desk-client.js';
import { addCast, type Cast, type Clock, dependenciesAt, done, PLAN, refusalOf } from './people.js';

let test: TestPlatform;
let app: NestFastifyApplication;
let origin: string;
let cast: Cast;
let tracking: TrackingDependencies;
const clock: Clock = { day: '2026-03-02' };

beforeAll(async () => {
  test = await openTestPlatform();
  ({ app, origin } = await listenTestApp(test.platform));
  cast = await addCast(test.platform.dataSource);
  tracking = dependenciesAt(test.platform, clock);
});
afterAll(async () => {
  await app.close();
  await test.close();
});

const get = async (path: string) => {
  const reply = await fetch(origin + path);
  return { status: reply.status, body: await reply.text() };
};
const json = async (version = '') =>
  JSON.parse((await get(`/descargas/seguimiento/informe-anual-2017.json${version}`)).body) as ReportDocument;
const issue = (reason?: string, year = 2017) => issueReport(tracking, cast.secretariat, { plan: PLAN, year, reason });
const attend = (value: number) =>
  done(
    recordItem(tracking, cast.secretariat, {
      plan: PLAN,
      kind: 'events',
      item: { id: 'e1', attendance: { value, qualifier: 'exact', measure: 'attendees' } },
      reason: `Lista de asistencia: ${value}`,
    }),
  );

describe('a report that nobody issued', () => {
  it('is what the data tell now, and says so', async () => {
    const page = textOf((await get('/informe-anual/2017')).body);
    expect(page).toContain('Sin emitir.');
    expect(page).toContain('el secretariado todavía no emite el de este año');
    expect(await json()).toEqual(await json('?version=sin-emitir'));
    expect((await get('/informe-anual/2017?version=1')).status).toBe(404);
  });

  it('is issued by the secretariat and by nobody else, of a year that has begun and that the plan reaches', async () => {
    for (const who of ['implementer', 'counterpart', 'monitor', 'assessor'] as const)
      expect(await refusalOf(issueReport(tracking, cast[who], { plan: PLAN, year: 2017 }))).toBe('ROLE');
    expect(await refusalOf(issueReport(tracking, cast.administrator, { plan: PLAN, year: 2017 }))).toBe('ADMIN');
    expect(await refusalOf(issue(undefined, 2027))).toBe('YEAR_AHEAD');
    expect(await refusalOf(issue(undefined, 2014))).toBe('UNKNOWN');
    expect(await listIssuedReports(test.platform.dataSource, PLAN)).toEqual([]);
  });
});

describe('a report that was issued', () => {
  it('is frozen with its hash, number and day, and a line of the log tells it', async () => {
    const now = await json('?version=sin-emitir');
    const { version, hash } = await done(issue());
    expect([version, hash]).toEqual([1, now.hash]);
    const [issued] = await listIssuedReports(test.platform.dataSource, PLAN);
    expect(issued).toMatchObject({ year: 2017, version: 1, hash, issuedOn: '2026-03-02', reason: null });
    const log = (await get(`/api/v1/tracker/plans/${PLAN}/log?since=${issued!.line - 1}`)).body;
    expect(JSON.parse(log)).toMatchObject({
      entityId: 'informe-anual-2017-v1',
      from: null,
      to: hash,
      actorRole: 'secretariado',
    });
    expect(await refusalOf(issue())).toBe('SAME_REPORT');
  });

  it('is what its address and its files give, whatever changes later; the differences are told as errata', async () => {
    const before = await json();
    await attend(32);
    expect(await json()).toEqual(before);
    expect(isIntact(before)).toBe(true);
    const page = (await get('/informe-anual/2017')).body;
    expect(textOf(page)).toMatch(/Versión 1 .*2 mar 2026.*Fe de erratas.*Decía.*Dice.*31.*32/s);
    expect(page).toContain(before.hash);
    expect((await get('/descargas/seguimiento/informe-anual-2017.md')).body).toContain('31 asistentes');
    expect((await get('/descargas/seguimiento/informe-anual-2017.md?version=sin-emitir')).body).toContain(
      '32 asistentes',
    );
    expect(textOf((await get('/informe-anual/2017?version=sin-emitir')).body)).toContain('Leer la versión 1, emitida');
  });

  it('is issued again with a reason, as another version, and stays where it was', async () => {
    const first = await json('?version=1');
    expect(await refusalOf(issue())).toBe('REASON');
    expect(await done(issue('Se corrigió la asistencia.'))).toMatchObject({ version: 2 });
    expect(await json('?version=1')).toEqual(first);
    expect(await json()).toEqual(await json('?version=2'));
    expect(textOf((await get('/informe-anual/2017?version=1')).body)).toContain('Hay una versión posterior.');
    const { items } = JSON.parse((await get(`/api/v1/tracker/plans/${PLAN}/issued-reports`)).body) as {
      items: object[];
    };
    expect(items).toMatchObject([
      { version: 2, reason: 'Se corrigió la asistencia.' },
      { version: 1, hash: first.hash },
    ]);
    const one = await get(`/api/v1/tracker/plans/${PLAN}/issued-reports/2017/1`);
    expect(JSON.parse(one.body)).toEqual(first);
    expect(textOf((await get('/historial')).body)).toContain('Informe anual 2017, versión 2');
  });

  it('is the one that stood on a past day', async () => {
    clock.day = '2026-04-01';
    await attend(33);
    await done(issue('Otra lista.'));
    expect(textOf((await get('/informe-anual/2017?asof=2026-03-15')).body)).toMatch(/Emitido Versión 2/);
    expect(textOf((await get('/informe-anual/2017?asof=2026-01-15')).body)).toContain('Sin emitir.');
  });

  it('has no erratum by being measured anew', async () => {
    const before = textOf((await get('/informe-anual/2017')).body);
    expect(before).toContain('Nada ha cambiado.');
    const publisher = await findPublisher(test.platform.dataSource, 'sepaf');
    const path = await writeInput(examplePackage([exampleRelease(1)]));
    await test.publish((await ingestFile(test.platform, { path, publisher, profile: 'ocds' })).ocids);
    expect(textOf((await get('/informe-anual/2017')).body)).toContain('Nada ha cambiado.');
  });
});

describe('two who issue at once', () => {
  it('issue one version, and the other learns that the plan moved', async () => {
    await attend(34);
    const outcomes = await Promise.all([refusalOf(issue('Una.')), refusalOf(issue('Otra.'))]);
    expect(outcomes.toSorted()).toEqual(['PLAN_MOVED', 'ok']);
  });
});

describe('the database', () => {
  const sql = (text: string) => test.platform.dataSource.query(text);

  it('keeps what was issued, whoever writes', async () => {
    await expect(sql(`UPDATE tracker_issued_report SET reason = 'otra'`)).rejects.toThrow('only grows');
    await expect(sql('DELETE FROM tracker_issued_report')).rejects.toThrow('only grows');
    await expect(sql('TRUNCATE tracker_issued_report')).rejects.toThrow('only grows');
  });

  it('takes none that no line tells, and none whose hash is of another text', async () => {
    const put = (year: number, version: number, seq: number, hash: string) =>
      sql(
        `INSERT INTO tracker_issued_report VALUES ('${PLAN}', ${year}, ${version}, ${seq}, '{}', ${hash}, 'x', 'system:x', '2026-01-01')`,
      );
    const right = `encode(sha256('{}'), 'hex')`;
    await expect(put(2016, 1, 1, right)).rejects.toThrow('a line tells the report that is issued');
    await expect(put(2016, 2, 1, right)).rejects.toThrow('numbered without gaps');
    await expect(
      sql('ALTER TABLE tracker_issued_report DISABLE TRIGGER checked').then(() => put(2016, 1, 1, `repeat('a', 64)`)),
    ).rejects.toThrow('has the hash of its text');
    await sql('ALTER TABLE tracker_issued_report ENABLE TRIGGER checked');
  });

  it('that was tampered with around every trigger is found out', async () => {
    const { dataSource } = test.platform;
    const faults = async () => (await verifyTracker(dataSource)).flatMap((check) => check.faults);
    expect(await faults()).toEqual([]);
    const tampered = async (statement: string) => {
      const runner = dataSource.createQueryRunner();
      await runner.startTransaction();
      await runner.query(`SET LOCAL session_replication_role = 'replica'`);
      await runner.query('CREATE TABLE kept_issued AS TABLE tracker_issued_report');
      await runner.query(statement);
      await runner.commitTransaction();
      const found = await faults();
      await runner.startTransaction();
      await runner.query(`SET LOCAL session_replication_role = 'replica'`);
      await runner.query(
        'DELETE FROM tracker_issued_report; INSERT INTO tracker_issued_report TABLE kept_issued; DROP TABLE kept_issued',
      );
      await runner.commitTransaction();
      await runner.release();
      return found;
    };
    const other = `document = replace(document, '31', '99')`;
    const consistent = `${other}, hash = encode(sha256(convert_to(replace(document, '31', '99'), 'UTF8')), 'hex')`;
    expect(await tampered(`UPDATE tracker_issued_report SET ${consistent} WHERE version = 1`)).toEqual([
      `${PLAN} informe-anual-2017-v1: se alteró`,
    ]);
    expect(await tampered('DELETE FROM tracker_issued_report WHERE version = 2')).toEqual([
      `${PLAN} informe-anual-2017-v2: falta`,
    ]);
    expect(await faults()).toEqual([]);
    expect(await readIssuedReport(dataSource, PLAN, { year: 2017, version: 9 })).toBeUndefined();
  });
});

describe('the desk', () => {
  it('offers the secretariat the years, and asks why it is issued again', async () => {
    await attend(35);
    const desk = await deskClient(app, test.platform.dataSource, cast.secretariat, PLAN);
    expect((await desk.get('informes')).text).toMatch(/2017.*Versión 1 \(2026-03-02\).*Emitir/s);
    expect((await desk.send('informes/2017/emitir', { motivo: '' })).status).toBe(422);
    const sent = await desk.send('informes/2017/emitir', { motivo: 'Lista final.' });
    expect([sent.status, sent.location]).toEqual([303, expect.stringContaining('/informes')]);
    expect((await desk.get('informes/2099/emitir')).status).toBe(404);
    const monitor = await deskClient(app, test.platform.dataSource, cast.monitor, PLAN);
    expect((await monitor.get('informes')).text).not.toContain('Emitir');
    expect((await monitor.send('informes/2017/emitir', { motivo: 'x' })).status).toBe(403);
  });
});
