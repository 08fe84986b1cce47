import { identifyByContent, prefixOcid } from './settle-identity.js';

const DATE = '2017-09-13T09:30:00Z';

describe('prefixOcid', () => {
  it('puts the prefix before the number and keeps the number as it was in the tender', () => {
    expect(prefixOcid({ ocid: 'PC/0001 bis', tender: { title: 'x' } }, 'ocds-abc123', () => {})).toEqual({
      ocid: 'ocds-abc123-PC-0001-BIS',
      tender: { id: 'PC/0001 bis', title: 'x' },
    });
  });

  it('leaves the id that a tender has', () => {
    const { tender } = prefixOcid({ ocid: 163, tender: { id: 'LA-1' } }, 'ocds-abc123', () => {});
    expect(tender).toEqual({ id: 'LA-1' });
  });

  it.each(['ocds-xs1qbl-02-0070', 'OCDS-87SD3T-AD-063-2015', '', null, { id: 'x' }])('leaves the ocid %j', (ocid) => {
    const release = { ocid };
    expect(prefixOcid(release, 'ocds-abc123', () => {})).toBe(release);
  });
});

describe('identifyByContent', () => {
  it.each([
    ['the ocid', 'ocds-abc123-PC-1'],
    ['the number in it', 'PC-1'],
    ['none', undefined],
  ])('gives a release whose id is %s one of its date and content', (_, id) => {
    const release = { ocid: 'ocds-abc123-PC-1', id, date: DATE, tender: { id: 'PC-1' } };
    expect(identifyByContent(release, () => {}).id).toBe('ocds-abc123-PC-1-20170913T093000-131ae87988c0');
  });

  it.each([
    ['an id that tells releases apart', { ocid: 'ocds-abc123-163', id: 'RELEASE_163_2017-10-04', date: DATE }],
    ['a release without date, which an id needs', { ocid: 'ocds-abc123-163', id: '163' }],
    ['a release without ocid', { id: '163', date: DATE }],
  ])('leaves %s', (_, release) => {
    expect(identifyByContent(release, () => {})).toBe(release);
  });
});
