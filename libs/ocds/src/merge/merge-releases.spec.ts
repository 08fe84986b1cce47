import type { JsonObject } from '../json.js';
import { compileReleases, mergeReleases, versionReleases } from './merge-releases.js';

const planned = {
  ocid: 'ocds-213czf-1',
  id: '1',
  date: '2026-01-05T10:00:00-06:00',
  tag: ['planning'],
  language: 'es',
  parties: [{ id: 'MX-RFC-SHP', name: 'Secretaría de la Hacienda Pública', roles: ['buyer'] }],
  buyer: { id: 'MX-RFC-SHP' },
  planning: { budget: { amount: { amount: 100, currency: 'MXN' } } },
};

const tendered = {
  ocid: 'ocds-213czf-1',
  id: '2',
  date: '2026-02-01T10:00:00-06:00',
  tag: ['tender'],
  parties: [
    { id: 'MX-RFC-ABC', name: 'ABC, S.A. de C.V.', roles: ['tenderer'] },
    { id: 'MX-RFC-SHP', roles: ['buyer', 'procuringEntity'] },
  ],
  planning: { budget: { amount: { amount: 120 } } },
  tender: { id: 'T', status: 'active', items: [{ id: '1', quantity: 4 }], submissionMethod: ['inPerson'] },
};

describe('merging the releases of a process', () => {
  it('keeps the latest value of each field in the compiled release', () => {
    expect(compileReleases([planned, tendered])).toEqual({
      tag: ['compiled'],
      id: 'ocds-213czf-1-2026-02-01T10:00:00-06:00',
      date: '2026-02-01T10:00:00-06:00',
      ocid: 'ocds-213czf-1',
      language: 'es',
      parties: [
        { id: 'MX-RFC-SHP', name: 'Secretaría de la Hacienda Pública', roles: ['buyer', 'procuringEntity'] },
        { id: 'MX-RFC-ABC', name: 'ABC, S.A. de C.V.', roles: ['tenderer'] },
      ],
      buyer: { id: 'MX-RFC-SHP' },
      planning: { budget: { amount: { amount: 120, currency: 'MXN' } } },
      tender: { id: 'T', status: 'active', items: [{ id: '1', quantity: 4 }], submissionMethod: ['inPerson'] },
    });
  });

  it('starts the compiled release with what the merge itself says', () => {
    expect(Object.keys(compileReleases([tendered, planned])).slice(0, 5)).toEqual([
      'tag',
      'id',
      'date',
      'ocid',
      'language',
    ]);
  });

  it('keeps each value of each field, with its release, in the versioned release', () => {
    const first = { releaseID: '1', releaseDate: planned.date, releaseTag: ['planning'] };
    const second = { releaseID: '2', releaseDate: tendered.date, releaseTag: ['tender'] };
    const { planning, parties, tender, ocid } = versionReleases([planned, tendered]);
    expect(ocid).toBe('ocds-213czf-1');
    expect(planning).toEqual({
      budget: {
        amount: {
          amount: [
            { ...first, value: 100 },
            { ...second, value: 120 },
          ],
          currency: [{ ...first, value: 'MXN' }],
        },
      },
    });
    expect(parties).toEqual([
      {
        id: 'MX-RFC-SHP',
        name: [{ ...first, value: 'Secretaría de la Hacienda Pública' }],
        roles: [
          { ...first, value: ['buyer'] },
          { ...second, value: ['buyer', 'procuringEntity'] },
        ],
      },
      {
        id: 'MX-RFC-ABC',
        name: [{ ...second, value: 'ABC, S.A. de C.V.' }],
        roles: [{ ...second, value: ['tenderer'] }],
      },
    ]);
    expect(tender).toHaveProperty('id', [{ ...second, value: 'T' }]);
  });

  it('gives both, without warnings when there is nothing to warn of', () => {
    const history = [planned, tendered];
    const { compiled, versioned, warnings } = mergeReleases(history);
    expect(compiled).toEqual(compileReleases(history));
    expect(versioned).toEqual(versionReleases(history));
    expect(warnings).toEqual([]);
  });

  it('shares what the releases did not change', () => {
    expect(compileReleases([planned, tendered]).tender).toBe(tendered.tender);
    expect(compileReleases([planned]).planning).toBe(planned.planning);
    const repeated = { ...planned, id: '3', date: tendered.date, parties: structuredClone(planned.parties) };
    expect(compileReleases([planned, repeated]).parties).toBe(planned.parties);
  });

  it('shares no tag between two compiled releases', () => {
    expect(compileReleases([planned]).tag).not.toBe(compileReleases([planned]).tag);
  });

  it('merges thousands of releases of one process in as many steps, not their square', () => {
    const history = Array.from({ length: 3000 }, (_, number): JsonObject => payment(number));
    const { compiled, versioned } = mergeReleases(history);
    expect(compiled).toHaveProperty(['contracts', 0, 'implementation', 'transactions', 'length'], 3000);
    expect(compiled).toHaveProperty(['contracts', 0, 'implementation', 'transactions', 2999], { id: 't2999', n: 2999 });
    expect(versioned).toHaveProperty(['contracts', 0, 'title', 'length'], 3000);
    expect(versioned).toHaveProperty(['contracts', 0, 'title', 17, 'releaseID'], '17');
  });
});

function payment(number: number): JsonObject {
  const transactions = [{ id: `t${number}`, n: number }];
  return {
    ocid: 'ocds-213czf-1',
    id: String(number),
    date: new Date(1_700_000_000_000 + number * 1000).toISOString(),
    tag: ['implementation'],
    contracts: [{ id: 'c', title: `after payment ${number}`, implementation: { transactions } }],
  };
}
