import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type StatusEvent, verifyChain } from '#tracker';
import { addApiKey } from '../../api-key.js';
import { listenTestApp } from '../../open-test-app.js';
import { openTestPlatform, type TestPlatform } from '../../open-test-platform.js';
import { addCast, addMilestone, dependenciesAt, PLAN } from './people.js';

let test: TestPlatform;
let app: NestFastifyApplication;
let base: string;
let milestone: string;
const keys: Record<string, string> = {};

beforeAll(async () => {
  test = await openTestPlatform();
  const { dataSource } = test.platform;
  const cast = await addCast(dataSource);
  const { now: _, ...tracking } = dependenciesAt(test.platform, { day: '' });
  milestone = await addMilestone(tracking, cast);
  keys['sepaf'] = await addApiKey(dataSource, 'sepaf', ['tracker:report', 'tracker:reply']);
  keys['corporativa'] = await addApiKey(dataSource, 'corporativa', ['tracker:review']);
  keys['stl'] = await addApiKey(dataSource, 'stl', ['tracker:session']);
  keys['itei'] = await addApiKey(dataSource, 'itei', ['tracker:assess']);
  // A key of who implements does not review, whatever it was made for.
  keys['forged'] = await addApiKey(dataSource, 'sepaf', ['tracker:review', 'tracker:session']);
  const { app: opened, origin } = await listenTestApp(test.platform);
  app = opened;
  base = `${origin}/api/v1/tracker/plans/${PLAN}`;
});
afterAll(async () => {
  await app.close();
  await test.close();
});

async function post(path: string, key: string, body: object) {
  const headers = { authorization: `Bearer ${keys[key]}`, 'content-type': 'application/json' };
  const reply = await fetch(`${base}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: reply.status, body: (await reply.json()) as Record<string, string> };
}

const list = async (path: string) =>
  ((await (await fetch(`${base}/${path}`)).json()) as { items: Record<string, unknown>[] }).items;

async function attach(name: string, content: string) {
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  const about = new URLSearchParams({ target: milestone, kind: 'minuta', title: 'Minuta', proves: 'Que se entregó' });
  const headers = { authorization: `Bearer ${keys['sepaf']}` };
  const reply = await fetch(`${base}/evidence?${about}`, { method: 'POST', headers, body: form });
  return { status: reply.status, body: (await reply.json()) as Record<string, string> };
}

describe('a cycle by key', () => {
  it('reports, returns, proves, accepts, assesses and replies', async () => {
    const told = { level: 'completo', text: 'Está en línea.', challenges: 'Faltaban servidores.' };
    expect(await post(`milestones/${milestone}/reports`, 'sepaf', told)).toMatchObject({
      status: 422,
      body: { code: 'NO_EVIDENCE' },
    });
    expect(await attach('minuta.pdf', '<script>')).toMatchObject({ status: 422, body: { code: 'EVIDENCE_SCRIPT' } });
    const { body: proof } = await attach('minuta.pdf', '%PDF-1.7 minuta');
    const file = await fetch(`${base}/evidence/${proof['evidence']}/file`);
    expect([file.headers.get('content-disposition'), await file.text()]).toEqual([
      "attachment; filename*=UTF-8''minuta.pdf",
      '%PDF-1.7 minuta',
    ]);
    const first = await post(`milestones/${milestone}/reports`, 'sepaf', told);
    expect(first.status).toBe(201);
    const review = `reports/${first.body['report']}/review`;
    expect((await post(review, 'forged', { verdict: 'accepted' })).status).toBe(403);
    expect(await post(review, 'corporativa', { verdict: 'returned' })).toMatchObject({
      status: 422,
      body: { code: 'REASON' },
    });
    expect((await post(review, 'corporativa', { verdict: 'returned', reason: 'Falta el acta.' })).status).toBe(201);
    const second = await post(`milestones/${milestone}/reports`, 'sepaf', { ...told, evidence: [proof['evidence']] });
    expect((await post(`reports/${second.body['report']}/review`, 'corporativa', { verdict: 'accepted' })).status).toBe(
      201,
    );
    expect(await list(`milestones?state=verificada`)).toMatchObject([{ id: milestone }]);
    const said = { commitment: 'c7', completion: 'limitado', narrative: 'Poco.', coiDeclaration: 'Ninguno.' };
    expect((await post('assessments', 'itei', { ...said, replyDue: '2020-01-01' })).status).toBe(422);
    const { body: assessment } = await post('assessments', 'itei', { ...said, replyDue: '2999-01-01' });
    const answer = { agrees: 'no', text: 'No es así.' };
    expect((await post(`assessments/${assessment['assessment']}/reply`, 'sepaf', answer)).status).toBe(201);
    expect(await list('assessments?commitment=c7&lane=itei')).toMatchObject([
      { stage: 'replied', reply: { agrees: 'no' } },
    ]);
    const [count] = (await test.platform.dataSource.query(
      `SELECT count(*)::int AS drafts FROM tracker_assessment WHERE stage = 'draft' AND recorded_by <> 'system:import'`,
    )) as object[];
    expect(count).toEqual({ drafts: 0 });
  });

  it('reschedules by the secretariat’s key and nobody else’s', async () => {
    const { body } = await post(`milestones/${milestone}/reschedules`, 'stl', { to: '2027-01-31', reason: 'x' });
    expect(body['code']).toBe('TRANSITION');
    // Due on 30 June 2026.
    const dueBefore = async (day: string) =>
      ((await list(`milestones?vence_antes=${day}`)) as { id: string }[]).map(({ id }) => id);
    expect(await dueBefore('2026-07-01')).toContain(milestone);
    expect(await dueBefore('2026-06-30')).not.toContain(milestone);
    expect(
      (await post(`milestones/${milestone}/reschedules`, 'forged', { to: '2027-01-31', reason: 'x' })).status,
    ).toBe(403);
  });
});

describe('what everybody reads', () => {
  it('is a log that anybody can check, from the beginning or from where they were', async () => {
    const lines = (await (await fetch(`${base}/log`)).text()).trim().split('\n');
    const log = lines.map((line) => JSON.parse(line) as StatusEvent);
    expect(verifyChain(log)).toMatchObject({ ok: true });
    const rest = (await (await fetch(`${base}/log?since=${log.length - 2}`)).text()).trim().split('\n');
    expect(rest).toEqual(lines.slice(-2));
  });

  it('is not sent again while it is the same, and is there as it was on a day', async () => {
    const first = await fetch(`${base}/issues`);
    const headers = { 'if-none-match': first.headers.get('etag')! };
    expect((await fetch(`${base}/issues`, { headers })).status).toBe(304);
    expect(await list('issues')).toHaveLength(17);
    expect(await list('reports?asof=2020-01-01')).toEqual([]);
    expect(await list('lanes')).toHaveLength(7);
  });
});
