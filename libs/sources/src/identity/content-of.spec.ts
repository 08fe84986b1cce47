import type { JsonObject } from '#ocds';
import { contentHashOf, contentOf, sameContent } from './content-of.js';

const release: JsonObject = {
  ocid: 'ocds-xs1qbl-A-1',
  id: 'r1',
  date: '2025-01-01T00:00:00-06:00',
  tag: ['tender'],
  tender: { id: 'A-1', title: 'Papel', items: [{ id: '1' }, { id: '2' }] },
};

describe('contentOf', () => {
  it('leaves out id, date and tag, and what is blank however deep', () => {
    const blank = { planning: { budget: { amount: null }, documents: [] }, buyer: {}, language: ' ' };
    expect(contentOf({ ...release, ...blank })).toEqual({ ocid: release.ocid, tender: release.tender });
  });

  it('is empty for a release that says nothing', () => {
    expect(contentOf({ id: 'r', date: '', tag: [] })).toEqual({});
  });
});

describe('sameContent', () => {
  it.each<[string, JsonObject]>([
    ['id, date and tag', { id: 'r2', date: '2026-01-01T00:00:00-06:00', tag: ['tenderUpdate'] }],
    ['the order of members', { tender: { items: [{ id: '1' }, { id: '2' }], title: 'Papel', id: 'A-1' } }],
    ['the order of identified objects', { tender: { id: 'A-1', title: 'Papel', items: [{ id: '2' }, { id: '1' }] } }],
    ['blanks', { awards: [], planning: null }],
  ])('does not mind %s', (_, difference) => {
    expect(sameContent({ ...release, ...difference }, release)).toBe(true);
    expect(contentHashOf({ ...release, ...difference })).toBe(contentHashOf(release));
  });

  it.each<[string, JsonObject]>([
    ['a text', { tender: { ...(release.tender as JsonObject), title: 'Papel bond' } }],
    ['a new stage', { awards: [{ id: '1' }] }],
    ['a number for a text', { tender: { ...(release.tender as JsonObject), id: 1 } }],
    ['false', { tender: { ...(release.tender as JsonObject), hasEnquiries: false } }],
    ['the order of other lists', { tender: { ...(release.tender as JsonObject), x: ['b', 'a'] } }],
  ])('minds %s', (_, difference) => {
    const base = { ...release, tender: { ...(release.tender as JsonObject), x: ['a', 'b'] } };
    expect(sameContent({ ...base, ...difference }, base)).toBe(false);
  });
});
