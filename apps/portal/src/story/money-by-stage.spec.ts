import { excessesOf, moneyByStage } from '#ocds';
import type { Release } from '#ocds';
import { tidyRelease, untidyRelease } from '../examples/invented-release.js';

const stageOf = (release: Release, wanted: string) => moneyByStage(release).find(({ stage }) => stage === wanted);
const withContracts = (contracts: object[]): Release => ({
  ...tidyRelease,
  contracts: contracts as Release['contracts'],
});

describe('money by stage', () => {
  it('keeps IVA where every part says it', () => {
    expect(stageOf(tidyRelease, 'contract')?.sums).toEqual([{ amount: '2318840', currency: 'MXN', iva: 'with' }]);
    expect(stageOf(tidyRelease, 'budget')?.sums).toEqual([{ amount: '2500000', currency: 'MXN' }]);
  });

  it('never adds pesos to dollars', () => {
    expect(stageOf(untidyRelease, 'contract')?.sums).toEqual([
      { amount: '100000', currency: 'MXN' },
      { amount: '1500', currency: 'USD' },
    ]);
  });

  it('takes a zero for "not told" and leaves out what was cancelled', () => {
    expect(stageOf(untidyRelease, 'award')).toEqual({
      stage: 'award',
      sums: [{ amount: '100000', currency: 'MXN' }],
      counted: 1,
      missing: 1,
      excluded: 1,
    });
  });

  it('adds decimals, not floats', () => {
    const contracts = [{ value: { amount: 0.1, currency: 'MXN' } }, { value: { amount: '0.2', currency: 'MXN' } }];
    expect(stageOf(withContracts(contracts), 'contract')?.sums).toEqual([{ amount: '0.3', currency: 'MXN' }]);
  });
});

describe('where a later amount exceeds an earlier one', () => {
  const paying = (paid: number) =>
    withContracts([
      {
        value: { amount: 9396000, currency: 'MXN' },
        implementation: { transactions: [{ value: { amount: paid, currency: 'MXN' } }] },
      },
    ]);

  it('says by how much', () => {
    const release = paying(11275200);
    expect(excessesOf(moneyByStage(release), release).find(({ kind }) => kind === 'paidOverContract')).toEqual({
      kind: 'paidOverContract',
      difference: { amount: '1879200.00', currency: 'MXN' },
      percent: '20.0',
      amended: false,
    });
  });

  it('is silent about fractions of a centavo, missing parts and mixed currencies', () => {
    const near = paying(9396000.004);
    expect(excessesOf(moneyByStage(near), near).map(({ kind }) => kind)).not.toContain('paidOverContract');
    expect(excessesOf(moneyByStage(untidyRelease), untidyRelease)).toEqual([]);
  });
});
