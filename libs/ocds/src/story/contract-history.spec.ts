import type { JsonObject } from '../json.js';
import { mergeReleases } from '../merge/merge-releases.js';
import type { Release } from '../release.js';
import { contractHistoriesOf } from './contract-history.js';

const mxn = (amount: number) => ({ amount, currency: 'MXN' });

function told(id: string, month: string, contract: JsonObject): JsonObject {
  const tag = ['contract'];
  return { ocid: 'o', id, date: `2025-${month}-01T00:00:00Z`, tag, contracts: [{ id: 'C1', ...contract }] };
}

function historiesOf(...releases: readonly JsonObject[]) {
  const { compiled, versioned } = mergeReleases(releases);
  const order = releases.map(({ id }) => id as string);
  return contractHistoriesOf(compiled as unknown as Release, versioned, order);
}

describe('the history of a contract', () => {
  it('goes from the first value told, by its amendments, to the value now and what was paid of it', () => {
    const [history] = historiesOf(
      told('r1', '01', { value: mxn(1000) }),
      told('r2', '02', {
        value: mxn(1200),
        amendments: [{ id: '1', date: '2025-01-20', rationale: 'Se agregan dos parques.' }],
      }),
      told('r3', '03', { implementation: { transactions: [{ id: 'T1', value: mxn(300) }] } }),
      told('r4', '04', {
        value: mxn(900),
        amendments: [{ id: '2', date: '2025-03-20', description: 'Se quita uno.' }],
      }),
    );
    expect(history).toEqual({
      id: 'C1',
      original: { release: 'r1', money: { amount: '1000', currency: 'MXN' } },
      steps: [
        {
          release: 'r2',
          amendment: { day: '2025-01-20', text: 'Se agregan dos parques.' },
          before: { amount: '1000', currency: 'MXN' },
          after: { amount: '1200', currency: 'MXN' },
          growth: { kind: 'grew', difference: { amount: '200.00', currency: 'MXN' }, percent: '20.0' },
        },
        {
          release: 'r4',
          amendment: { day: '2025-03-20', text: 'Se quita uno.' },
          before: { amount: '1200', currency: 'MXN' },
          after: { amount: '900', currency: 'MXN' },
          growth: { kind: 'shrank', difference: { amount: '300.00', currency: 'MXN' }, percent: '25.0' },
        },
      ],
      now: { amount: '900', currency: 'MXN' },
      growth: { kind: 'shrank', difference: { amount: '100.00', currency: 'MXN' }, percent: '10.0' },
      payments: 1,
      paid: [{ amount: '300', currency: 'MXN' }],
      paidShare: '33.3',
    });
  });

  it('tells a value that was told anew without an amendment, and an amendment that changed no value', () => {
    const [history] = historiesOf(
      told('r1', '01', { value: mxn(1000) }),
      told('r2', '02', { value: mxn(1100) }),
      told('r3', '03', { amendments: [{ id: '1', rationale: 'Más plazo.' }] }),
    );
    expect(history!.steps.map(({ release, amendment, growth }) => [release, amendment?.text, growth?.percent])).toEqual(
      [
        ['r2', undefined, '10.0'],
        ['r3', 'Más plazo.', undefined],
      ],
    );
  });

  it('does not know what an amendment of the first release changed', () => {
    const [history] = historiesOf(
      told('r1', '01', { value: mxn(1000), amendments: [{ id: '1', date: '2025-01-02' }] }),
    );
    expect(history!.steps).toEqual([
      { release: 'r1', amendment: { day: '2025-01-02' }, after: { amount: '1000', currency: 'MXN' } },
    ]);
  });

  it('gives the change to the last of several amendments of one release', () => {
    const [history] = historiesOf(
      told('r1', '01', { value: mxn(1000) }),
      told('r2', '02', {
        value: mxn(1500),
        amendments: [
          { id: '2', date: '2025-01-20' },
          { id: '1', date: '2025-01-10' },
        ],
      }),
    );
    expect(history!.steps.map(({ amendment, growth }) => [amendment?.day, growth?.percent])).toEqual([
      ['2025-01-10', undefined],
      ['2025-01-20', '50.0'],
    ]);
  });

  it('compares neither two currencies, nor with and without IVA, nor what was not told', () => {
    const [dollars] = historiesOf(
      told('r1', '01', { value: mxn(1000) }),
      told('r2', '02', { value: { amount: 60, currency: 'USD' } }),
    );
    expect([dollars!.growth, dollars!.steps[0]!.growth]).toEqual([undefined, undefined]);
    const [silent] = historiesOf(told('r1', '01', { value: mxn(0) }), told('r2', '02', { value: mxn(10) }));
    expect(silent).toMatchObject({ original: { release: 'r2' }, steps: [] });
    const [unpaid] = historiesOf(told('r1', '01', { value: mxn(10) }));
    expect(unpaid).toMatchObject({ payments: 0, paid: [], paidShare: undefined });
  });

  it('knows only the present without the versioned release', () => {
    const contracts = [{ id: 'C1', value: mxn(10), amendments: [{ id: '1', rationale: 'Más plazo.' }] }];
    expect(contractHistoriesOf({ ocid: 'o', contracts } as unknown as Release, undefined, ['r1'])).toMatchObject([
      { original: undefined, now: { amount: '10' }, steps: [{ amendment: { text: 'Más plazo.' } }] },
    ]);
  });
});
