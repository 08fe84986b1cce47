import { labelledStage, stateOf } from '#ocds';
import type { Release } from '#ocds';

const release = (parts: object): Release => ({ ocid: 'o', id: 'i', date: '2024-01-01', tag: ['compiled'], ...parts });

describe('where a process stands', () => {
  it('follows its content', () => {
    expect(stateOf(release({})).stage).toBeUndefined();
    expect(stateOf(release({ planning: { budget: { id: '1' } } })).stage).toBe('planning');
    expect(stateOf(release({ tender: { id: 't', status: 'planned' } })).stage).toBe('planning');
    expect(stateOf(release({ tender: { id: 't', status: 'active' } })).stage).toBe('tender');
    expect(stateOf(release({ awards: [{ id: 'a' }] })).stage).toBe('award');
    expect(stateOf(release({ contracts: [{ id: 'c' }] })).stage).toBe('contract');
  });

  it('is under way once something was paid, whatever the label says', () => {
    const paid = release({
      additionalProcessInformation: { stageDescription: { currentStage: 'Contrato', stageNumber: 4 } },
      contracts: [{ id: 'c', implementation: { transactions: [{ id: 'p' }] } }],
    });
    expect(stateOf(paid).stage).toBe('implementation');
    expect(labelledStage(paid)).toBe('contract');
  });

  it('does not take empty lists for content', () => {
    const empty = {
      planning: { documents: [] },
      awards: [],
      contracts: [{ id: 'c', implementation: { transactions: [], milestones: [] } }],
    };
    expect(stateOf(release(empty)).stage).toBe('contract');
    expect(stateOf(release({ ...empty, contracts: [{}] })).stage).toBeUndefined();
  });

  it('tells how it ended', () => {
    const tender = { id: 't', status: 'unsuccessful' };
    expect(stateOf(release({ tender })).outcome).toBe('unsuccessful');
    expect(stateOf(release({ tender, awards: [{ id: 'a', status: 'active' }] })).outcome).toBeUndefined();
    expect(
      stateOf(release({ tender: { id: 't', status: 'complete' }, awards: [{ id: 'a', status: 'cancelled' }] })).outcome,
    ).toBe('cancelled');
    expect(stateOf(release({ contracts: [{ id: 'c', status: 'terminated' }] })).outcome).toBe('terminated');
    expect(stateOf(release({ contracts: [{ id: 'c', status: 'cancelled' }, { id: 'd' }] })).outcome).toBeUndefined();
  });
});
