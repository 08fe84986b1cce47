import type { Milestone } from '../model/commitment.js';
import { readPartialDate } from '../model/partial-date.js';
import { dueReports, type Reported } from './due-reports.js';

const meta = (id: string, more: Partial<Milestone> = {}) =>
  ({ id, commitment: 'c7', title: id, kind: 'meta', mode: 'declared', state: 'en_proceso', ...more }) as Milestone;

const told = (more: Partial<Reported> = {}): Reported => ({
  plan: {
    plans: [{ id: 'p', period: readPartialDate('2025')! } as Reported['plan']['plans'][number]],
    milestones: [meta('m1')],
  },
  log: [{ entity: 'milestones', entityId: 'm1', effectiveOn: '2026-03-02' }],
  progress: [],
  ...more,
});

const dueOn = (today: string, reported = told()) =>
  dueReports(reported, today).map(({ milestone, period, overdue }) => [milestone.id, period.id, overdue]);

describe('the reports that are due', () => {
  it('are of the period that is over, from the one in which the meta was recorded', () => {
    expect(dueOn('2026-03-10')).toEqual([]);
    expect(dueOn('2026-04-30')).toEqual([]);
    expect(dueOn('2026-05-01')).toEqual([['m1', '2026-C1', false]]);
    expect(dueOn('2026-05-15')).toEqual([['m1', '2026-C1', false]]);
    expect(dueOn('2026-05-16')).toEqual([['m1', '2026-C1', true]]);
    expect(dueOn('2027-01-02')).toEqual([['m1', '2026-C3', false]]);
  });

  it('are owed since the plan is carried out, where a seed told the meta', () => {
    expect(dueOn('2025-05-03', told({ log: [] }))).toEqual([['m1', '2025-C1', false]]);
    expect(dueOn('2025-04-03', told({ log: [] }))).toEqual([]);
  });

  it('are there once one is under review or accepted, and not when it was returned', () => {
    const report = (review: 'pending' | 'returned', period = '2026-C1') =>
      told({ progress: [{ milestone: 'm1', period, review }] });
    expect(dueOn('2026-05-03', report('pending'))).toEqual([]);
    expect(dueOn('2026-05-03', report('returned'))).toEqual([['m1', '2026-C1', false]]);
    expect(dueOn('2026-05-03', report('pending', '2026-C2'))).toEqual([['m1', '2026-C1', false]]);
  });

  it.each([{ state: 'verificada' }, { state: 'reportada' }, { state: 'cancelada' }, { mode: 'measured' }] as const)(
    'are not owed of a meta with %j, nor of one whose text was lost',
    (more) => {
      const { plan, log } = told();
      const milestones = [meta('m1', more), meta('m2', { placeholder: true })];
      expect(dueOn('2026-05-03', told({ plan: { ...plan, milestones }, log }))).toEqual([]);
    },
  );
});
