import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOverdue, lanesOf, verifyChain } from '#tracker';
import {
  addEvidence,
  cancelMilestone,
  readTracker,
  recordItem,
  recordSession,
  reportProgress,
  reschedule,
  reviewReport,
  type TrackingDependencies,
  withdrawEvidence,
} from '#tracking';
import { openTestPlatform, type TestPlatform } from '../../open-test-platform.js';
import { addCast, addMilestone, type Cast, dependenciesAt, done, PLAN, refusalOf } from './people.js';

let test: TestPlatform;
let tracking: TrackingDependencies;
let cast: Cast;
let folder: string;
const clock = { day: '2026-03-02' };
const plan = PLAN;

beforeAll(async () => {
  test = await openTestPlatform();
  cast = await addCast(test.platform.dataSource);
  tracking = dependenciesAt(test.platform, clock);
  folder = await mkdtemp(join(tmpdir(), 'c7-evidence-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await test.close();
});

const view = async (asOf?: string) => (await readTracker(test.platform.dataSource, plan, { asOf }))!;
const milestoneNow = async (id: string, asOf?: string) =>
  (await view(asOf)).plan.milestones.find((one) => one.id === id);

async function evidenceOf(target: string): Promise<string> {
  const path = join(folder, 'acta.pdf');
  await writeFile(path, '%PDF-1.7\nacta de entrega');
  const file = { path, name: 'acta.pdf' };
  const told = { plan, target, kind: 'documento_oficial', title: 'Acta', proves: 'Que el portal se entregó', file };
  return (await done(addEvidence(tracking, cast.implementer, told))).evidence;
}

describe('a milestone', () => {
  it('goes from its first report to being verified, and each past day keeps its state', async () => {
    clock.day = '2026-03-02';
    const milestone = await addMilestone(tracking, cast);
    const told = { plan, milestone, level: 'completo', text: 'Está en línea.' };
    expect(await refusalOf(reportProgress(tracking, cast.implementer, told))).toBe('NO_EVIDENCE');
    expect(await milestoneNow(milestone)).toMatchObject({ state: 'programada', originalDue: { latest: '2026-06-30' } });

    clock.day = '2026-03-05';
    const some = { ...told, level: 'limitado', challenges: 'Faltan servidores.' };
    const first = await done(reportProgress(tracking, cast.implementer, some));
    expect(await refusalOf(reportProgress(tracking, cast.supporter, some))).toBe('PENDING_REPORT');
    clock.day = '2026-03-09';
    const returned = { plan, report: first.report, verdict: 'returned', reason: 'Decir cuántos servidores.' };
    await done(reviewReport(tracking, cast.counterpart, returned));
    expect(await refusalOf(reviewReport(tracking, cast.counterpart, returned))).toBe('TRANSITION');

    clock.day = '2026-05-11';
    const evidence = [await evidenceOf(milestone)];
    const whole = await done(reportProgress(tracking, cast.implementer, { ...told, evidence }));
    expect(await milestoneNow(milestone)).toMatchObject({ state: 'reportada' });
    clock.day = '2026-05-20';
    await done(reviewReport(tracking, cast.monitor, { plan, report: whole.report, verdict: 'accepted' }));

    expect(await milestoneNow(milestone)).toMatchObject({ state: 'verificada', metOn: { latest: '2026-05-20' } });
    expect(await milestoneNow(milestone, '2026-05-12')).toMatchObject({ state: 'reportada' });
    expect(await milestoneNow(milestone, '2026-03-04')).toMatchObject({ state: 'programada' });
    expect(await milestoneNow(milestone, '2026-02-28')).toBeUndefined();
    const { progress, log } = await view();
    expect(progress.map(({ review, late, reviewNote }) => [review, late, reviewNote])).toEqual([
      ['returned', false, 'Decir cuántos servidores.'],
      ['accepted', false, undefined],
    ]);
    expect((await view('2026-03-06')).progress).toMatchObject([{ id: first.report, review: 'pending' }]);
    expect(verifyChain(log)).toMatchObject({ ok: true });
    expect(lanesOf((await view()).plan, 'c7').declared).toMatchObject({
      derived: 'completo',
      declaration: { legacy: true },
    });
  });

  it('is in progress again when its last evidence is withdrawn, which leaves a trace', async () => {
    clock.day = '2026-04-01';
    const milestone = await addMilestone(tracking, cast, 'Datos abiertos');
    const evidence = await evidenceOf(milestone);
    await done(
      reportProgress(tracking, cast.implementer, {
        plan,
        milestone,
        level: 'completo',
        text: 'Sí.',
        evidence: [evidence],
      }),
    );
    const withdrawal = { plan, evidence, reason: '' };
    expect(await refusalOf(withdrawEvidence(tracking, cast.implementer, withdrawal))).toBe('REASON');
    expect(await refusalOf(withdrawEvidence(tracking, cast.stranger, { ...withdrawal, reason: 'x' }))).toBe(
      'NOT_IMPLEMENTER',
    );
    await done(withdrawEvidence(tracking, cast.implementer, { ...withdrawal, reason: 'Era de otro portal' }));
    expect(await milestoneNow(milestone)).toMatchObject({ state: 'en_proceso' });
    const { plan: now, withdrawn } = await view();
    expect(now.evidence.map(({ id }) => id)).not.toContain(evidence);
    expect(withdrawn).toEqual([
      { evidence, target: milestone, title: 'Acta', reason: 'Era de otro portal', on: '2026-04-01' },
    ]);
  });

  it('is rescheduled and cancelled by the secretariat, with the session that agreed, and keeps its first date', async () => {
    clock.day = '2026-04-02';
    const milestone = await addMilestone(tracking, cast, 'Capacitación');
    const { id: session } = await done(
      recordSession(tracking, cast.secretariat, {
        plan,
        name: 'Primera ordinaria 2026',
        date: '2026-03-30',
        type: 'ordinaria',
      }),
    );
    const later = { plan, milestone, to: '2026-09-30', reason: 'Se declaró desierta la licitación', session };
    expect(await refusalOf(reschedule(tracking, cast.implementer, later))).toBe('ROLE');
    expect(await refusalOf(reschedule(tracking, cast.secretariat, { ...later, to: '2026-02-30' }))).toBe('DATE');
    expect(await refusalOf(reschedule(tracking, cast.secretariat, { ...later, session: 'no-hubo' }))).toBe('UNKNOWN');
    await done(reschedule(tracking, cast.secretariat, later));
    expect(await refusalOf(reschedule(tracking, cast.secretariat, later))).toBe('SAME_DATE');
    const moved = (await milestoneNow(milestone))!;
    expect(moved).toMatchObject({ originalDue: { latest: '2026-06-30' }, currentDue: { latest: '2026-09-30' } });
    expect(isOverdue(moved, '2026-08-01')).toBe(false);
    expect((await view()).reschedules).toContainEqual({
      milestone,
      from: '2026-06-30',
      to: '2026-09-30',
      reason: later.reason,
      session,
      on: '2026-04-02',
    });
    const item = { id: milestone, originalDue: '2027-01-01' };
    const moving = { plan, kind: 'milestones', item, reason: 'porque sí' };
    expect(await refusalOf(recordItem(tracking, cast.secretariat, moving))).toBe('ORIGINAL_DATE');
    await done(cancelMilestone(tracking, cast.secretariat, { plan, milestone, session, reason: 'Sin presupuesto' }));
    expect(await milestoneNow(milestone)).toMatchObject({ state: 'cancelada' });
  });
});

describe('who may not', () => {
  it('is told why, and nothing of it is written', async () => {
    clock.day = '2026-04-03';
    const milestone = await addMilestone(tracking, cast, 'Buscador');
    const told = { plan, milestone, level: 'limitado', text: 'Algo.', challenges: 'Tiempo.' };
    const before = (await view()).version;
    expect(await refusalOf(reportProgress(tracking, cast.administrator, told))).toBe('ADMIN');
    expect(await refusalOf(reportProgress(tracking, cast.counterpart, told))).toBe('ROLE');
    expect(await refusalOf(reportProgress(tracking, cast.stranger, told))).toBe('NOT_IMPLEMENTER');
    expect(await refusalOf(reportProgress(tracking, cast.implementer, { ...told, challenges: ' ' }))).toBe(
      'CHALLENGES',
    );
    expect(await refusalOf(reportProgress(tracking, cast.implementer, { ...told, level: 'listo' }))).toBe('CODE');
    expect(await refusalOf(reportProgress(tracking, cast.implementer, { ...told, period: '2026-C4' }))).toBe('PERIOD');
    expect(await refusalOf(reportProgress(tracking, cast.implementer, { ...told, evidence: ['no'] }))).toBe(
      'UNKNOWN_EVIDENCE',
    );
    expect(await refusalOf(reportProgress(tracking, cast.implementer, { ...told, milestone: 'c7-metas' }))).toBe(
      'UNKNOWN',
    );
    expect(await refusalOf(reportProgress(tracking, cast.implementer, { ...told, plan: 'otro' }))).toBe('UNKNOWN_PLAN');
    expect((await view()).version).toBe(before);
  });

  it('reviews what their own organisation or another implementer reported', async () => {
    clock.day = '2026-04-03';
    const milestone = await addMilestone(tracking, cast, 'API');
    const told = { plan, milestone, level: 'sustancial', text: 'Casi.' };
    const { report } = await done(reportProgress(tracking, cast.implementer, told));
    const verdict = { plan, report, verdict: 'accepted' };
    expect(await refusalOf(reviewReport(tracking, cast.supporter, verdict))).toBe('ROLE');
    expect(await refusalOf(reviewReport(tracking, cast.administrator, verdict))).toBe('ADMIN');
    const both = { ...cast.implementer, memberships: [{ role: 'counterpart', organisationId: 'sepaf' }] } as const;
    expect(await refusalOf(reviewReport(tracking, both, verdict))).toBe('SELF_REVIEW');
    const partner = { ...cast.supporter, memberships: [{ role: 'counterpart', organisationId: 'cgiec' }] } as const;
    expect(await refusalOf(reviewReport(tracking, partner, verdict))).toBe('SAME_ORGANISATION');
  });
});
