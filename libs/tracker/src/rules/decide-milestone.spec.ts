import type { Actor } from './actor.js';
import { decideMilestone } from './decide-milestone.js';
import type { MilestoneAction } from './milestone-action.js';
import type { MilestoneState } from './milestone-state.js';

const SCHEDULED: MilestoneState = {
  id: 'm1',
  mode: 'declared',
  state: 'programada',
  implementers: ['sepaf'],
  evidence: [],
  originalDue: { earliest: '2025-06-01', latest: '2025-06-30', precision: 'month' },
  reports: [],
  reschedules: [],
};

const IMPLEMENTER: Actor = { id: 'ana', role: 'implementador', organisation: 'sepaf' };
const COMMITTEE: Actor = { id: 'beto', role: 'osc_contraparte', organisation: 'corporativa' };
const SECRETARIAT: Actor = { id: 'carla', role: 'secretariado', organisation: 'itei' };
const ON = '2025-05-10';

const DONE: MilestoneAction = {
  type: 'report',
  on: ON,
  report: 'r1',
  period: '2025-C2',
  level: 'completo',
  text: 'Publicado',
  evidence: ['ev1'],
};

/** The milestone after some steps, or the code of the first refusal. */
function after(...steps: readonly (readonly [MilestoneAction, Actor])[]): MilestoneState | string {
  let state = SCHEDULED;
  for (const [action, actor] of steps) {
    const decision = decideMilestone(state, action, actor);
    if (!decision.ok) return decision.refusal.code;
    state = decision.state;
  }
  return state;
}

const START = [{ type: 'start', on: ON }, IMPLEMENTER] as const;

describe('decideMilestone', () => {
  it('goes from scheduled to verified by a report with evidence that another organisation accepts', () => {
    const state = after(START, [DONE, IMPLEMENTER], [{ type: 'accept', on: '2025-05-20' }, COMMITTEE]);
    expect(state).toMatchObject({ state: 'verificada', metOn: '2025-05-20', evidence: ['ev1'] });
  });

  it('goes back to in progress when the report is returned, with the reason on the log', () => {
    const reported = after(START, [DONE, IMPLEMENTER]) as MilestoneState;
    const decision = decideMilestone(reported, { type: 'return', on: ON, reason: 'No abre el enlace' }, COMMITTEE);
    expect(decision).toMatchObject({
      ok: true,
      state: { state: 'en_proceso' },
      changes: [
        { field: 'review', from: 'pending', to: 'returned', reason: 'No abre el enlace' },
        { field: 'state', from: 'reportada', to: 'en_proceso', reason: 'No abre el enlace' },
      ],
    });
  });

  it('is partly met when accepted with a shortfall', () => {
    const short = { type: 'accept', on: ON, shortfall: 'Faltan dos dependencias' } as const;
    expect(after(START, [DONE, IMPLEMENTER], [short, COMMITTEE])).toMatchObject({ state: 'parcial' });
  });

  it('stays in progress after a report of less than complete', () => {
    const some = { ...DONE, level: 'sustancial', evidence: [] } as const;
    expect(after(START, [some, IMPLEMENTER], [{ type: 'accept', on: ON }, COMMITTEE])).toMatchObject({
      state: 'en_proceso',
      reports: [{ review: 'accepted' }],
    });
  });

  it('marks a report that comes after its time', () => {
    const late = { ...DONE, period: '2025-C1', on: '2025-05-16' } as const;
    expect(after(START, [late, IMPLEMENTER])).toMatchObject({ reports: [{ late: true }] });
  });

  it('goes back to in progress when its last evidence is withdrawn', () => {
    const withdrawn = { type: 'withdraw', on: ON, evidence: 'ev1', reason: 'Datos personales' } as const;
    expect(
      after(START, [DONE, IMPLEMENTER], [{ type: 'accept', on: ON }, COMMITTEE], [withdrawn, SECRETARIAT]),
    ).toMatchObject({ state: 'en_proceso', evidence: [] });
  });

  it('keeps the date first promised through every rescheduling', () => {
    const moved = { type: 'reschedule', on: ON, to: '2025-09-30', reason: 'Licitación desierta' } as const;
    expect(after([moved, SECRETARIAT])).toMatchObject({
      originalDue: SCHEDULED.originalDue,
      currentDue: { latest: '2025-09-30' },
      reschedules: [{ from: '2025-06-30', to: '2025-09-30', reason: 'Licitación desierta' }],
    });
  });

  it.each<[string, string, MilestoneAction, Actor]>([
    ['NO_EVIDENCE', '«completo» without evidence', { ...DONE, evidence: [] }, IMPLEMENTER],
    ['CHALLENGES', 'little progress without its challenges', { ...DONE, level: 'limitado' }, IMPLEMENTER],
    ['CHALLENGES', 'an overdue report without challenges', { ...DONE, on: '2025-07-01' }, IMPLEMENTER],
    ['TEXT', 'a report without text', { ...DONE, text: ' ' }, IMPLEMENTER],
    ['NOT_IMPLEMENTER', 'a report of another organisation', DONE, { ...IMPLEMENTER, organisation: 'itei' }],
    ['ROLE', 'a report by who only reads', DONE, { id: 'x', role: 'lector' }],
    ['ADMIN', 'any change by an administrator', DONE, { id: 'x', role: 'admin', organisation: 'sepaf' }],
    ['TRANSITION', 'a second start', { type: 'start', on: ON }, IMPLEMENTER],
    ['TRANSITION', 'a review of nothing', { type: 'accept', on: ON }, COMMITTEE],
    ['REASON', 'a cancellation without reason', { type: 'cancel', on: ON, reason: '', session: 's1' }, SECRETARIAT],
    ['SESSION', 'a cancellation without session', { type: 'cancel', on: ON, reason: 'x', session: '' }, SECRETARIAT],
    [
      'REASON',
      'a rescheduling without reason',
      { type: 'reschedule', on: ON, to: '2025-09-30', reason: '' },
      SECRETARIAT,
    ],
    ['DATE', 'a date that does not exist', { type: 'reschedule', on: ON, to: '2025-02-30', reason: 'x' }, SECRETARIAT],
    ['SAME_DATE', 'the date that it had', { type: 'reschedule', on: ON, to: '2025-06-30', reason: 'x' }, SECRETARIAT],
    [
      'UNKNOWN_EVIDENCE',
      'a withdrawal of what it has not',
      { type: 'withdraw', on: ON, evidence: 'no', reason: 'x' },
      SECRETARIAT,
    ],
    [
      'NOT_MEASURED',
      'a measurement without rule',
      { type: 'measure', on: ON, state: 'verificada', basis: 'x' },
      { id: 'r', role: 'medicion' },
    ],
  ])('refuses with %s: %s', (code, _, action, actor) => {
    expect(after(START, [action, actor])).toBe(code);
  });

  it.each<[string, Actor]>([
    ['SELF_REVIEW', { id: 'ana', role: 'enlace', organisation: 'itei' }],
    ['SAME_ORGANISATION', { id: 'dora', role: 'enlace', organisation: 'sepaf' }],
    ['ROLE', { id: 'carla', role: 'secretariado', organisation: 'itei' }],
  ])('refuses with %s a review by %j', (code, actor) => {
    expect(after(START, [DONE, IMPLEMENTER], [{ type: 'accept', on: ON }, actor])).toBe(code);
  });

  it('refuses a second report while one waits for its review', () => {
    const some = { ...DONE, level: 'sustancial' } as const;
    expect(after(START, [some, IMPLEMENTER], [some, IMPLEMENTER])).toBe('PENDING_REPORT');
  });

  it('lets nobody but its rule set the state of a measured milestone', () => {
    const measured = { ...SCHEDULED, mode: 'measured' } as const;
    expect(decideMilestone(measured, { type: 'start', on: ON }, IMPLEMENTER)).toMatchObject({
      refusal: { code: 'MEASURED' },
    });
    const rule: Actor = { id: 'c7-01', role: 'medicion' };
    const met = { type: 'measure', on: ON, state: 'verificada', basis: 'C7-01 = 244 ≥ 200' } as const;
    expect(decideMilestone(measured, met, rule)).toMatchObject({ state: { state: 'verificada' } });
  });

  it('says in both languages who could do what was refused', () => {
    const decision = decideMilestone(SCHEDULED, { type: 'start', on: ON }, { id: 'x', role: 'lector' });
    expect(decision).toMatchObject({
      refusal: {
        message: { es: 'El papel «Lector» no puede «iniciar».', en: 'The role “Reader” may not “start”.' },
        remedy: { es: 'Lo hace: Implementador.', en: 'Done by: Implementer.' },
      },
    });
  });
});
