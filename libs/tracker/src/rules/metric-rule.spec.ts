import fc from 'fast-check';
import { type MetricRule, type Milestone, readPartialDate } from '../index.js';
import type { MeasuredMeta } from './lanes.js';
import { measuredCompletion } from './measured-completion.js';
import { judge, ruleInForce } from './metric-rule.js';

const decimals = fc
  .tuple(fc.nat(2_000), fc.nat(99))
  .map(([whole, part]) => `${whole}.${String(part).padStart(2, '0')}`);
const days = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((one) => one.toISOString().slice(0, 10));
const rules = fc.record({ comparator: fc.constantFrom('at_least' as const, 'at_most' as const), threshold: decimals });
const due = (day: string | undefined) => (day === undefined ? {} : { originalDue: readPartialDate(day)! });
const numberOf = (text: string) => Math.round(Number(text) * 100);

it('meets what reaches the threshold, and says nothing of a figure that is not there', () => {
  fc.assert(
    fc.property(rules, decimals, fc.option(days, { nil: undefined }), days, (rule, value, day, today) => {
      const verdict = judge(rule, { value, said: 'x' }, due(day), today);
      const [figure, limit] = [numberOf(value), numberOf(rule.threshold)];
      const reaches = rule.comparator === 'at_least' ? figure >= limit : figure <= limit;
      const late = day !== undefined && day < today;
      expect(verdict).toEqual(
        reaches
          ? { outcome: 'alcanza', state: 'verificada' }
          : { outcome: 'no_alcanza', state: late ? 'no_cumplida' : 'en_proceso' },
      );
      expect(judge(rule, { value: null, said: 'Sin denominador' }, due(day), today)).toEqual({
        outcome: 'sin_dato',
        reason: 'Sin denominador',
      });
    }),
  );
});

it('compares decimals as written, whatever their zeros and their size', () => {
  const rule = { comparator: 'at_least', threshold: '87.50' } as const;
  expect(judge(rule, { value: '87.5', said: '' }, {}, '2026-01-01').outcome).toBe('alcanza');
  expect(judge(rule, { value: '9', said: '' }, {}, '2026-01-01').outcome).toBe('no_alcanza');
  const most = { comparator: 'at_most', threshold: '100000000000000.01' } as const;
  expect(judge(most, { value: '100000000000000.02', said: '' }, {}, '2026-01-01').outcome).toBe('no_alcanza');
});

it('counts from the date in force, and by the last day that a date may mean', () => {
  const rule = { comparator: 'at_least', threshold: '1' } as const;
  const moved = { ...due('2026-01'), currentDue: readPartialDate('2026-03')! } as Milestone;
  const at = (day: string) => judge(rule, { value: '0', said: '' }, moved, day);
  expect(at('2026-03-31')).toMatchObject({ state: 'en_proceso' });
  expect(at('2026-04-01')).toMatchObject({ state: 'no_cumplida' });
});

const common = { from: { source: 's', kind: 'textual' as const }, fieldFrom: {}, nulls: {} };
const ruled = (id: string, since: string, milestone = 'm'): MetricRule => {
  const published = { metric: 'C7-01', comparator: 'at_least', threshold: '1' } as const;
  return { ...common, ...published, id, milestone, session: 's', since };
};

it('lets each rule hold until the next begins, whichever was recorded first', () => {
  const metricRules = [
    ruled('b', '2026-05-01'),
    ruled('a', '2026-02-01'),
    ruled('c', '2026-05-01'),
    ruled('z', '2026-01-01', 'n'),
  ];
  const on = (day: string) => ruleInForce({ metricRules }, 'm', day)?.id;
  expect([on('2026-01-31'), on('2026-02-01'), on('2026-04-30'), on('2026-05-01')]).toEqual([undefined, 'a', 'a', 'c']);
});

it('gives the measured lane a level from its rules alone', () => {
  const metas = (...outcomes: (MeasuredMeta['outcome'] | 'sin regla')[]) =>
    outcomes.map((outcome, at): MeasuredMeta => ({
      milestone: `m${at}`,
      title: 'x',
      ...(outcome !== 'sin regla' && outcome !== undefined && { outcome }),
    }));
  expect(measuredCompletion(metas('sin regla'))).toBeUndefined();
  expect(measuredCompletion(metas('sin_dato', 'sin regla'))).toBe('sin_evidencia');
  expect(measuredCompletion(metas('alcanza', 'sin regla'))).toBe('completo');
  expect(measuredCompletion(metas('alcanza', 'sin_dato'))).toBe('sustancial');
  expect(measuredCompletion(metas('no_alcanza', 'sin_dato'))).toBe('limitado');
});
