import type { JsonObject, Release } from '#ocds';
import { deriveReleaseTags } from './derive-release-tags.js';

function release(stages: JsonObject): Release {
  return { ocid: 'ocds-xs1qbl-A-1', id: 'r', date: '2025-01-01T00:00:00-06:00', tag: [], ...stages };
}

const tender = { id: 'A-1', status: 'active' };
const award = { id: 'a', status: 'active', value: { amount: 100 } };
const contract = { id: 'c', awardID: 'a', status: 'active' };
const payment = { id: 'c', awardID: 'a', status: 'active', implementation: { transactions: [{ id: 'p' }] } };

describe('deriveReleaseTags', () => {
  it('of a process first heard of, names its stages', () => {
    const ended = { tender: { ...tender, status: 'cancelled' }, awards: [award], contracts: [payment] };
    expect(deriveReleaseTags(release(ended))).toEqual(['tender', 'award', 'contract', 'implementation']);
  });

  it('names nothing when nothing changed but id, date and tag', () => {
    const again = { ...release({ tender }), id: 's', date: '2026-01-01T00:00:00-06:00', tag: ['tender'] };
    expect(deriveReleaseTags(again, release({ tender }))).toEqual([]);
  });

  it.each<[string, JsonObject, JsonObject, readonly string[]]>([
    ['planning', { tender }, { tender, planning: { rationale: 'Papel' } }, ['planning']],
    [
      'changed planning',
      { planning: { rationale: 'Papel' } },
      { planning: { rationale: 'Tinta' } },
      ['planningUpdate'],
    ],
    ['a tender', { planning: { rationale: 'Papel' } }, { planning: { rationale: 'Papel' }, tender }, ['tender']],
    ['a changed tender', { tender }, { tender: { ...tender, title: 'Papel' } }, ['tenderUpdate']],
    ['another number of the tender', { tender }, { tender: { ...tender, id: 'A-1-BIS' } }, ['tenderUpdate']],
    ['an amended tender', { tender }, { tender: { ...tender, amendments: [{ id: '1' }] } }, ['tenderAmendment']],
    ['a cancelled tender', { tender }, { tender: { ...tender, status: 'cancelled' } }, ['tenderCancellation']],
    ['an award', { tender }, { tender, awards: [award] }, ['award']],
    ['a second award', { awards: [award] }, { awards: [award, { id: 'b' }] }, ['award']],
    ['a changed award', { awards: [award] }, { awards: [{ ...award, value: { amount: 99 } }] }, ['awardUpdate']],
    ['a cancelled award', { awards: [award] }, { awards: [{ ...award, status: 'cancelled' }] }, ['awardCancellation']],
    ['a contract', { awards: [award] }, { awards: [award], contracts: [contract] }, ['contract']],
    ['a changed contract', { contracts: [contract] }, { contracts: [{ ...contract, title: 'x' }] }, ['contractUpdate']],
    [
      'an amended contract',
      { contracts: [contract] },
      { contracts: [{ ...contract, amendments: [{ id: '1' }] }] },
      ['contractAmendment'],
    ],
    [
      'a terminated contract',
      { contracts: [contract] },
      { contracts: [{ ...contract, status: 'terminated' }] },
      ['contractTermination'],
    ],
    ['a payment', { contracts: [contract] }, { contracts: [payment] }, ['implementation']],
    [
      'another payment',
      { contracts: [payment] },
      { contracts: [{ ...payment, implementation: { transactions: [{ id: 'p' }, { id: 'q' }] } }] },
      ['implementationUpdate'],
    ],
    [
      'parties alone',
      { tender, awards: [award] },
      { tender, awards: [award], parties: [{ id: 'x' }] },
      ['awardUpdate'],
    ],
    ['what is gone', { tender, awards: [award] }, { tender }, ['tenderUpdate']],
    [
      'several at once',
      { tender, awards: [award], contracts: [contract, { id: 'd' }] },
      {
        tender: { ...tender, title: 'Papel' },
        awards: [award, { id: 'b' }],
        contracts: [
          { ...contract, amendments: [{ id: '1' }] },
          { id: 'd', title: 'x' },
        ],
      },
      ['tenderUpdate', 'award', 'contractAmendment', 'contractUpdate'],
    ],
  ])('names %s', (_, before, now, tags) => {
    expect(deriveReleaseTags(release(now), release(before))).toEqual(tags);
  });

  it('does not name an end a second time', () => {
    const cancelled = { ...tender, status: 'cancelled' };
    const tags = deriveReleaseTags(
      release({ tender: { ...cancelled, title: 'Papel' } }),
      release({ tender: cancelled }),
    );
    expect(tags).toEqual(['tenderUpdate']);
  });
});
