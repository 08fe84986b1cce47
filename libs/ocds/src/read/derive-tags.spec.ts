import { deriveTags } from './derive-tags.js';

describe('deriveTags', () => {
  it('names every stage that has data, in the order of the process', () => {
    const release = {
      contracts: [{ id: '1', implementation: { transactions: [{ id: 'pago-1' }] } }],
      awards: [{ id: '1' }],
      tender: { id: 't' },
      planning: { budget: { amount: { amount: 0 } } },
    };
    expect(deriveTags(release)).toEqual(['planning', 'tender', 'award', 'contract', 'implementation']);
  });

  it('does not name a stage that is empty, null or blank all through', () => {
    const release = {
      planning: { rationale: ' ', budget: { amount: { amount: null } }, documents: [] },
      tender: {},
      awards: [],
      contracts: [{ id: 'c' }],
    };
    expect(deriveTags(release)).toEqual(['contract']);
  });

  it.each(['transactions', 'documents', 'milestones'])('takes %s of any contract for implementation', (member) => {
    const contracts = [{ id: 'a' }, { id: 'b', implementation: { [member]: [{ id: 'x' }] } }];
    expect(deriveTags({ contracts })).toEqual(['contract', 'implementation']);
  });

  it('does not take an implementation without transactions, documents and milestones with data', () => {
    const contracts = [
      { id: 'a', implementation: { transactions: [], documents: [{}], budgetBreakdown: [{ id: 'x' }] } },
    ];
    expect(deriveTags({ contracts })).toEqual(['contract']);
  });

  it('says planning when there is no stage at all', () => {
    expect(deriveTags({ ocid: 'ocds-xs1qbl-1', buyer: { name: 'SEPAF' } })).toEqual(['planning']);
  });

  it('bears members of any type', () => {
    expect(deriveTags({ planning: 3, tender: 'sí', awards: false, contracts: 'x' })).toEqual([
      'planning',
      'tender',
      'award',
      'contract',
    ]);
  });
});
