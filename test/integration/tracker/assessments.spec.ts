import { lanesOf } from '#tracker';
import {
  addComment,
  answerComment,
  declareCompletion,
  editDraft,
  finaliseAssessment,
  listComments,
  listDrafts,
  moderateComment,
  readTracker,
  recordAgreement,
  recordSession,
  reply,
  resolveIssue,
  sendForReply,
  setAgreementState,
  startAssessment,
  supersedeAssessment,
  type TrackingDependencies,
  withdrawItem,
} from '#tracking';
import { openTestPlatform, type TestPlatform } from '../../open-test-platform.js';
import { addCast, addMilestone, type Cast, dependenciesAt, done, PLAN, refusalOf } from './people.js';

let test: TestPlatform;
let tracking: TrackingDependencies;
let cast: Cast;
const clock = { day: '2026-03-02' };
const plan = PLAN;

beforeAll(async () => {
  test = await openTestPlatform();
  cast = await addCast(test.platform.dataSource);
  tracking = dependenciesAt(test.platform, clock);
  await addMilestone(tracking, cast);
});
afterAll(() => test.close());

const view = async (asOf?: string) => (await readTracker(test.platform.dataSource, plan, { asOf }))!;

const SAID = { completion: 'limitado', narrative: 'Hay datos, sin contratos.', coiDeclaration: 'Ninguno.' };

async function start(commitment = 'c7'): Promise<string> {
  return (await done(startAssessment(tracking, cast.monitor, { plan, commitment, ...SAID }))).assessment;
}

describe('an assessment', () => {
  it('is its author’s until it is sent, is replied to, becomes final and shows the discrepancy', async () => {
    clock.day = '2026-04-01';
    const assessment = await start();
    expect((await view()).plan.assessments.map(({ id }) => id)).not.toContain(assessment);
    await done(editDraft(tracking, cast.monitor, { plan, assessment, ...SAID, narrative: 'Hay datos de 2025.' }));
    expect(await refusalOf(editDraft(tracking, cast.assessor, { plan, assessment, ...SAID }))).toBe('UNKNOWN');
    expect(await listDrafts(test.platform.dataSource, plan, `account:${cast.monitor.id}`)).toMatchObject([
      { id: assessment },
    ]);
    const sending = { plan, assessment, replyDue: '2026-04-20' };
    expect(await refusalOf(sendForReply(tracking, cast.monitor, { ...sending, replyDue: '2026-03-20' }))).toBe('DATE');
    await done(sendForReply(tracking, cast.monitor, sending));
    expect(await refusalOf(sendForReply(tracking, cast.monitor, sending))).toBe('TRANSITION');
    expect(await refusalOf(editDraft(tracking, cast.monitor, { plan, assessment, ...SAID }))).toBe('EDITED');
    expect(await refusalOf(finaliseAssessment(tracking, cast.monitor, { plan, assessment }))).toBe('REPLY_OPEN');

    clock.day = '2026-04-10';
    const said = { plan, assessment, agrees: 'no', text: 'Los contratos están en el anexo.' };
    expect(await refusalOf(reply(tracking, cast.stranger, said))).toBe('NOT_IMPLEMENTER');
    expect(await refusalOf(reply(tracking, cast.monitor, said))).toBe('ROLE');
    await done(reply(tracking, cast.supporter, said));
    clock.day = '2026-04-12';
    expect(await refusalOf(finaliseAssessment(tracking, cast.assessor, { plan, assessment }))).toBe('EDITED');
    await done(finaliseAssessment(tracking, cast.monitor, { plan, assessment }));

    const { plan: now, replies, terms } = await view();
    expect(now.assessments.find(({ id }) => id === assessment)).toMatchObject({
      lane: 'itei',
      stage: 'final',
      completion: 'limitado',
      narrative: 'Hay datos de 2025.',
      reply: { agrees: 'no', on: '2026-04-10' },
    });
    expect(replies).toMatchObject([{ assessment, organisation: 'cgiec' }]);
    expect(terms.find((one) => one.assessment === assessment)).toMatchObject({
      replyDue: '2026-04-20',
      coiDeclaration: 'Ninguno.',
    });
    expect(lanesOf(now, 'c7').discrepancies).toContainEqual({ between: ['autoevaluacion', 'itei'], levels: 2 });
    expect((await view('2026-04-11')).plan.assessments.find(({ id }) => id === assessment)).toMatchObject({
      stage: 'replied',
    });
    expect((await view('2026-03-31')).plan.assessments.find(({ id }) => id === assessment)).toBeUndefined();
  });

  it('is final without a reply when the time is over, and then gives way only to another', async () => {
    clock.day = '2026-05-01';
    const [first, second] = [await start(), await start()];
    for (const assessment of [first, second])
      await done(sendForReply(tracking, cast.monitor, { plan, assessment, replyDue: '2026-05-10' }));
    clock.day = '2026-05-11';
    const late = { plan, assessment: first, agrees: 'no', text: 'Tarde.' };
    expect(await refusalOf(reply(tracking, cast.implementer, late))).toBe('REPLY_LATE');
    for (const assessment of [first, second])
      await done(finaliseAssessment(tracking, cast.monitor, { plan, assessment }));
    const superseding = { plan, assessment: first, by: second, reason: 'Se revisó el anexo' };
    expect(await refusalOf(supersedeAssessment(tracking, cast.monitor, { ...superseding, by: first }))).toBe('UNKNOWN');
    await done(supersedeAssessment(tracking, cast.monitor, superseding));
    const { plan: now, terms } = await view();
    expect(now.assessments.find(({ id }) => id === first)).toMatchObject({ stage: 'superseded' });
    expect(terms.find((one) => one.assessment === first)).toMatchObject({ supersededBy: second });
  });

  it('needs a text, a declaration of interests and, to say «completo», evidence', async () => {
    clock.day = '2026-05-02';
    const blank = { plan, commitment: 'c7', completion: 'completo' };
    const { assessment } = await done(startAssessment(tracking, cast.assessor, blank));
    const send = () => refusalOf(sendForReply(tracking, cast.assessor, { plan, assessment, replyDue: '2026-05-30' }));
    const edit = (more: object) =>
      done(editDraft(tracking, cast.assessor, { plan, assessment, completion: 'completo', ...more }));
    expect(await send()).toBe('TEXT');
    await edit({ narrative: 'Todo.' });
    expect(await send()).toBe('CONFLICT_OF_INTEREST');
    await edit({ narrative: 'Todo.', coiDeclaration: 'Ninguno.' });
    expect(await send()).toBe('NO_EVIDENCE');
  });

  it('is of nobody who implements, nor of who administers', async () => {
    const own = { ...cast.monitor, memberships: [{ role: 'monitor', organisationId: 'sepaf' }] } as const;
    expect(await refusalOf(startAssessment(tracking, own, { plan, commitment: 'c7', ...SAID }))).toBe(
      'SAME_ORGANISATION',
    );
    expect(await refusalOf(startAssessment(tracking, cast.administrator, { plan, commitment: 'c7', ...SAID }))).toBe(
      'ADMIN',
    );
    expect(
      await refusalOf(startAssessment(tracking, cast.monitor, { plan, commitment: 'c7', lane: 'irm', ...SAID })),
    ).toBe('CODE');
  });
});

describe('a declaration', () => {
  it('takes the place of the one of 2017, and says «completo» only with evidence', async () => {
    clock.day = '2026-06-01';
    const declared = { plan, commitment: 'c7', completion: 'completo', text: 'Cumplido.' };
    expect(await refusalOf(declareCompletion(tracking, cast.implementer, declared))).toBe('NO_EVIDENCE');
    expect(await refusalOf(declareCompletion(tracking, cast.stranger, declared))).toBe('NOT_IMPLEMENTER');
    const { assessment } = await done(
      declareCompletion(tracking, cast.implementer, { ...declared, completion: 'sustancial' }),
    );
    expect(lanesOf((await view()).plan, 'c7').declared.declaration).toMatchObject({
      completion: 'sustancial',
      legacy: false,
      assessment: { id: assessment },
    });
    expect(lanesOf((await view('2026-05-31')).plan, 'c7').declared.declaration).toMatchObject({
      completion: 'completo',
      legacy: true,
    });
  });
});

describe('the secretariat', () => {
  it('records sessions and agreements, tells what became of them, and withdraws what was a mistake', async () => {
    clock.day = '2026-06-02';
    const { id: session } = await done(
      recordSession(tracking, cast.secretariat, { plan, name: 'Segunda ordinaria', date: '2026-06-01' }),
    );
    const said = { plan, session, title: 'Calendario', text: 'Se aprueba el calendario.' };
    const { id: agreement } = await done(recordAgreement(tracking, cast.secretariat, said));
    expect(await refusalOf(recordAgreement(tracking, cast.secretariat, { ...said, session: 'no' }))).toBe('FORM');
    expect(await refusalOf(recordSession(tracking, cast.monitor, { plan, name: 'Otra' }))).toBe('ROLE');
    const state = { plan, agreement, state: 'cumplido', reason: '' };
    expect(await refusalOf(setAgreementState(tracking, cast.secretariat, state))).toBe('REASON');
    clock.day = '2026-06-05';
    await done(setAgreementState(tracking, cast.secretariat, { ...state, reason: 'Se publicó' }));
    const found = (one: Awaited<ReturnType<typeof view>>) => one.plan.agreements.find(({ id }) => id === agreement);
    expect(found(await view())).toMatchObject({ state: 'cumplido' });
    expect(found(await view('2026-06-03'))).toMatchObject({ state: 'pendiente' });
    await done(
      withdrawItem(tracking, cast.secretariat, { plan, kind: 'agreements', id: agreement, reason: 'Duplicado' }),
    );
    expect(found(await view())).toBeUndefined();
  });

  it('resolves an inconsistency once, and says how', async () => {
    const issue = (await view()).plan.dataIssues[0]!.id;
    expect(await refusalOf(resolveIssue(tracking, cast.secretariat, { plan, issue, resolution: '' }))).toBe('REASON');
    await done(resolveIssue(tracking, cast.secretariat, { plan, issue, resolution: 'Fue el 18 de enero' }));
    expect((await view()).plan.dataIssues[0]).toMatchObject({ status: 'resuelta', resolution: 'Fue el 18 de enero' });
    expect(await refusalOf(resolveIssue(tracking, cast.secretariat, { plan, issue, resolution: 'x' }))).toBe(
      'TRANSITION',
    );
  });
});

describe('a question from the public', () => {
  it('is shown once it is let through, and tells the days to its answer', async () => {
    clock.day = '2026-06-10';
    const asked = { plan, target: 'c7', text: '¿Y los contratos de 2017?', author: 'Vecina de Polanco' };
    const { comment } = await done(addComment(tracking, undefined, asked));
    const spam = await done(addComment(tracking, undefined, { plan, target: 'c7', text: 'Compre ya' }));
    expect(await listComments(test.platform.dataSource, plan)).toEqual([]);
    expect(await refusalOf(moderateComment(tracking, cast.implementer, { plan, comment, verdict: 'published' }))).toBe(
      'ROLE',
    );
    const rejecting = { plan, comment: spam.comment, verdict: 'rejected' };
    expect(await refusalOf(moderateComment(tracking, cast.secretariat, rejecting))).toBe('REASON');
    await done(moderateComment(tracking, cast.secretariat, { ...rejecting, reason: 'Publicidad' }));
    await done(moderateComment(tracking, cast.secretariat, { plan, comment, verdict: 'published' }));
    clock.day = '2026-06-15';
    await done(answerComment(tracking, cast.secretariat, { plan, comment, text: 'Se publican en julio.' }));
    expect(await refusalOf(answerComment(tracking, cast.secretariat, { plan, comment, text: 'Otra.' }))).toBe(
      'TRANSITION',
    );
    expect(await listComments(test.platform.dataSource, plan, { target: 'c7' })).toMatchObject([
      { id: comment, author: 'Vecina de Polanco', answer: 'Se publican en julio.', daysToAnswer: 5 },
    ]);
    expect(await refusalOf(addComment(tracking, undefined, { plan, target: 'nada', text: 'Hola' }))).toBe('UNKNOWN');
    expect(await refusalOf(addComment(tracking, undefined, { plan, target: 'c7', text: 'x'.repeat(2001) }))).toBe(
      'TOO_LONG',
    );
  });
});
