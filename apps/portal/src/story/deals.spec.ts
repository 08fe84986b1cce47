import { dealsOf, winnersOf } from '#ocds';
import type { Release } from '#ocds';
import { tidyRelease, untidyRelease } from '../examples/invented-release.js';

describe('awards with their contracts', () => {
  it('make one row each', () => {
    expect(dealsOf(tidyRelease)).toEqual([
      {
        award: {
          suppliers: ['Viveros del Lago, S.A. de C.V.'],
          status: 'active',
          day: '2024-05-30',
          money: { amount: '2318840', currency: 'MXN', iva: 'with' },
        },
        contract: {
          id: 'C-014/2024',
          status: 'active',
          signed: '2024-06-14',
          money: { amount: '2318840', currency: 'MXN', iva: 'with' },
          paid: [{ amount: '1159420', currency: 'MXN', iva: 'with' }],
          payments: 1,
        },
        sameAward: false,
      },
    ]);
  });

  it('keep awards without contract and contracts without award', () => {
    const pairs = dealsOf(untidyRelease).map(({ award, contract }) => [award !== undefined, contract?.id]);
    expect(pairs).toEqual([
      [true, 'K1'],
      [true, undefined],
      [true, undefined],
      [false, 'K2'],
    ]);
  });

  it('do not tell an award twice when it led to two contracts', () => {
    const contracts = [
      { id: '1', awardID: 'A1' },
      { id: '2', awardID: 'A1' },
    ];
    const release: Release = { ...tidyRelease, contracts };
    expect(dealsOf(release).map(({ sameAward }) => sameAward)).toEqual([false, true]);
  });

  it('name each winner once, and nobody whose award was cancelled', () => {
    expect(winnersOf(dealsOf(untidyRelease))).toEqual(['Papelería El Cuervo']);
  });
});
