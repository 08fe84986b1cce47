import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { cancelMilestone, recordMilestone, recordSession, type TrackingDependencies } from '#tracking';
import { textOf } from '../../../apps/portal/src/examples/text-of.js';
import { TrackerPages } from '../../../apps/portal/src/tracker/tracker-pages.js';
import { listenTestApp } from '../../open-test-app.js';
import { openTestPlatform, type TestPlatform } from '../../open-test-platform.js';
import { addCast, addMilestone, type Cast, dependenciesAt, done, PLAN } from './people.js';

let test: TestPlatform;
let app: NestFastifyApplication;
let origin: string;
let cast: Cast;
let tracking: TrackingDependencies;

beforeAll(async () => {
  test = await openTestPlatform();
  ({ app, origin } = await listenTestApp(test.platform));
  cast = await addCast(test.platform.dataSource);
  tracking = dependenciesAt(test.platform, { day: '2026-03-02' });
});
afterAll(async () => {
  await app.close();
  await test.close();
});

const get = async (path: string) => {
  const reply = await fetch(origin + path);
  const html = await reply.text();
  return { status: reply.status, html, text: textOf(html) };
};

describe('the day of the pages', () => {
  it.each([
    ['2026-07-01T03:00:00Z', 'the evening of 30 June in Jalisco', false],
    ['2026-07-01T05:59:59Z', 'its last second', false],
    ['2026-07-01T06:00:00Z', 'the first of July', true],
  ])('at %s is %s, and a meta due on 30 June is late: %#', async (instant, _words, isLate) => {
    const milestone = await addMilestone(tracking, cast, `Portal, ${instant}`);
    app.get(TrackerPages, { strict: false }).now = () => new Date(instant);
    const { text } = await get(`/metas/${milestone}`);
    expect(/Retraso (1|[Uu]n) día/.test(text)).toBe(isLate);
  });

  it('is the one of the log too: what is written in the evening is of that evening', async () => {
    const evening = { ...tracking, now: () => new Date('2026-05-06T02:00:00Z') };
    const session = { plan: PLAN, name: 'Séptima', date: '2026-05-05' };
    const { id } = await done(recordSession(evening, cast.secretariat, session));
    const { text } = await get('/historial');
    expect(text).toMatch(/2026-05-05 Séptima/);
    expect(text).not.toMatch(/2026-05-06/);
    const meta = { plan: PLAN, commitment: 'c7', title: 'Con sesión', originalDue: '2026-12-31', session: id };
    const { id: milestone } = await done(recordMilestone(evening, cast.secretariat, meta));
    expect((await get(`/metas/${milestone}`)).html).toMatch(
      new RegExp(`Sesión que la fijó</dt><dd><a href="/sesiones/${id}">Séptima</a>`),
    );
    const cancelling = { plan: PLAN, milestone, session: id, reason: 'Ya no hace falta.' };
    await done(cancelMilestone(evening, cast.secretariat, cancelling));
    expect((await get(`/metas/${milestone}`)).text).toMatch(/Ya no hace falta\. Acordado en Séptima/);
  });
});

describe('the measurement of a past day', () => {
  it('is refused in words, and leads to what is told of that day', async () => {
    const { status, html, text } = await get('/cumplimiento?asof=2018-02-18');
    expect(status).toBe(200);
    expect(text).toContain(
      'La medición es de hoy: el pasado no se mide. Ver los compromisos como estaban el 18 feb 2018',
    );
    expect(html).toContain('href="/compromisos?asof=2018-02-18"');
    expect(html).not.toContain('id="asof"');
    expect((await get('/en/cumplimiento?asof=2018-02-18')).text).toContain('The measurement is of today');
    expect((await get('/cumplimiento')).text).not.toContain('el pasado no se mide');
    expect((await get('/cumplimiento?asof=2018-02-30')).status).toBe(400);
  });
});
