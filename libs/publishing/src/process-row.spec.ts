import type { Release } from '#ocds';
import { processRow } from './process-row.js';

const fundsOf = (budgetBreakdown: readonly object[]) =>
  processRow({ ocid: 'ocds-000000-1', planning: { budget: { budgetBreakdown } } } as unknown as Release).funds;

describe('the origin of the funds of a process', () => {
  it('is what the source says of it, or who pays', () => {
    expect(
      fundsOf([
        { id: '1', description: 'Recursos estatales' },
        { id: '2', sourceParty: { name: 'SHCP' } },
      ]),
    ).toEqual(['Recursos estatales', 'SHCP']);
  });

  it('is never the id of a part of a budget, which says nothing to a reader', () => {
    expect(fundsOf([{ id: 'partida' }])).toEqual([]);
  });
});
