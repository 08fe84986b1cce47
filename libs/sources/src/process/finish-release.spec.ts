import { contentHashOf } from '../identity/content-of.js';
import { finishRelease } from './finish-release.js';
import type { JsonObject } from '#ocds';

const ocid = 'ocds-xs1qbl-LPL-1-2026';
const members = {
  buyer: { id: 'DEP-1', name: 'Secretaría' },
  tender: { id: 'LPL-1', title: 'Papelería', value: { amount: 100, currency: 'MXN' } },
  awards: [{ id: 'a1', title: 'Adjudicación', date: '2026-01-02T00:00:00-06:00' }, { id: 'a2' }],
  contracts: [{ id: 'c1', awardID: 'a1', value: { amount: 90, currency: 'MXN' } }],
};

function first() {
  const finished = finishRelease(members, { ocid, now: '2026-02-01T10:00:00.000Z' });
  if (finished.outcome !== 'new') throw new Error('nothing new');
  return finished.release;
}

function after(told: JsonObject, sameProfile = true) {
  const previous = { release: first(), sameProfile };
  return finishRelease(told, { ocid, now: '2026-03-01T10:00:00.000Z', previous });
}

describe('finishing a release', () => {
  it('dates it by its taking in and names it by what it says', () => {
    const release = first();
    expect(release).toMatchObject({ ocid, date: '2026-02-01T10:00:00.000Z', initiationType: 'tender', language: 'es' });
    expect(release.tag).toEqual(['tender', 'award', 'contract']);
    expect(release.id).toBe(`${ocid}-20260201T100000000-${contentHashOf(release).slice(0, 12)}`);
  });

  it('makes no release of what was told before, in whatever order', () => {
    const { contracts, awards, ...rest } = members;
    expect(after({ contracts, ...rest, awards: awards.toReversed() })).toEqual({ outcome: 'unchanged' });
  });

  it('takes away by null what is no longer told, and leaves ids and lists alone', () => {
    const { value: _, ...tender } = members.tender;
    const finished = after({ buyer: members.buyer, tender, awards: [{ id: 'a1' }], contracts: [{ id: 'c1' }] });
    expect(finished).toMatchObject({
      outcome: 'new',
      release: {
        tender: { id: 'LPL-1', title: 'Papelería', value: { amount: null, currency: null } },
        awards: [{ id: 'a1', title: null, date: null }],
        contracts: [{ id: 'c1', value: { amount: null, currency: null } }],
      },
    });
    expect(finished).not.toHaveProperty('release.contracts.0.awardID');
  });

  it('says nothing more of it once it is taken away', () => {
    const { value: _, ...tender } = members.tender;
    const erased = after({ ...members, tender });
    if (erased.outcome !== 'new') throw new Error('nothing new');
    const previous = { release: erased.release, sameProfile: true };
    const again = finishRelease({ ...members, tender }, { ocid, now: '2026-04-01T10:00:00.000Z', previous });
    expect(again).toEqual({ outcome: 'unchanged' });
  });

  it('takes nothing away that another source told', () => {
    const { value: _, ...tender } = members.tender;
    expect(after({ ...members, tender }, false)).not.toHaveProperty('release.tender.value');
  });

  it('comes after the release before it, whatever the clock says', () => {
    const previous = { release: first(), sameProfile: true };
    const told = { ...members, tender: { ...members.tender, title: 'Otro' } };
    const finished = finishRelease(told, { ocid, now: '2026-01-01T00:00:00.000Z', previous });
    expect(finished).toMatchObject({ release: { date: '2026-02-01T10:00:00.001Z', tag: ['tenderUpdate'] } });
  });
});
