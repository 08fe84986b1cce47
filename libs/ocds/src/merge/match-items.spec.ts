import type { JsonObject } from '../json.js';
import { compileReleases, mergeReleases, versionReleases } from './merge-releases.js';

type Mode = 'standard' | 'reference';

/** One release a day, each with these members. */
function history(...days: readonly JsonObject[]): JsonObject[] {
  return days.map((members, index) => {
    const date = `2026-01-0${index + 1}T00:00:00Z`;
    return { ocid: 'o', id: `r${index + 1}`, date, tag: ['tender'], ...members };
  });
}

function compiled(compatibility: Mode, ...days: readonly JsonObject[]): JsonObject {
  const {
    tag: _tag,
    id: _id,
    date: _date,
    ocid: _ocid,
    ...fields
  } = compileReleases(history(...days), { compatibility });
  return fields;
}

describe.each(['standard', 'reference'] as const)('ids of items, %s', (mode) => {
  it('joins items with the same id in one release, the last value wins, and warns', () => {
    const awards = [
      { id: '1', title: 'a', status: 'active' },
      { id: '2' },
      { id: '1', title: 'b', value: { amount: 1 } },
    ];
    const days = history({ awards }, { awards: [{ id: '1', title: 'a' }, ...awards, { id: '1' }] });
    const merged = mergeReleases(days, { compatibility: mode });
    expect(merged.compiled.awards).toEqual([
      { id: '1', title: 'b', status: 'active', value: { amount: 1 } },
      { id: '2' },
    ]);
    expect(merged.versioned.awards).toMatchObject([{ id: '1', title: [{ releaseID: 'r1', value: 'b' }] }, { id: '2' }]);
    expect(merged.warnings).toMatchObject([
      { code: 'DUPLICATE_ID', path: 'awards', releaseId: 'r1', value: '1' },
      { code: 'DUPLICATE_ID', path: 'awards', releaseId: 'r2', value: '1' },
    ]);
  });

  it('joins, under items that are joined, lists by id and the rest by the last value', () => {
    const first = {
      id: 1,
      items: [{ id: 1, quantity: 1 }, { id: 2 }],
      title: 'a',
      value: { amount: 1 },
      documents: [],
    };
    const second = { id: 1, items: [{ id: 1, quantity: 2 }], title: null, value: {}, documents: [{ id: 'd' }] };
    expect(compiled(mode, { awards: [first, second] })).toEqual({
      awards: [{ id: 1, items: [{ id: 1, quantity: 2 }, { id: 2 }], value: { amount: 1 }, documents: [{ id: 'd' }] }],
    });
  });

  it('joins an empty list of one item with the values of the other', () => {
    const awards = [
      { id: 1, local: [], value: { amount: 1 } },
      { id: 1, local: ['a'], value: {} },
    ];
    expect(compiled(mode, { awards })).toEqual({ awards: [{ id: 1, local: ['a'], value: { amount: 1 } }] });
  });

  it('removes by the standard, and not by the reference, an object that the second of them sets to null', () => {
    const awards = [
      { id: 1, value: { amount: 1 } },
      { id: 1, value: null },
    ];
    const kept = mode === 'standard' ? { id: 1 } : { id: 1, value: { amount: 1 } };
    expect(compiled(mode, { awards })).toEqual({ awards: [kept] });
  });

  it('tells items that look like versions from versions', () => {
    const items = [{ releaseID: 'x', releaseDate: 'y', releaseTag: 'z', value: 1 }];
    expect(versionReleases(history({ local: items }, { local: items }), { compatibility: mode }).local).toHaveLength(2);
    const nested = [{ releaseID: { x: 1 }, releaseDate: 'y', releaseTag: 'z', value: 1 }];
    expect(versionReleases(history({ local: nested }, { local: nested }), { compatibility: mode }).local).toHaveLength(
      2,
    );
  });

  it('appends an item without id, or with a null one, each time', () => {
    const days = [
      { awards: [{ title: 'a' }, { id: null, title: 'b' }] },
      { awards: [{ title: 'a' }, { id: null, title: 'b' }] },
    ];
    const titles = ['a', 'b', 'a', 'b'].map((title) => ({ title }));
    expect(compiled(mode, ...days)).toEqual({ awards: titles });
    expect(versionReleases(history(...days), { compatibility: mode }).awards).toHaveLength(4);
  });

  it('tells 1 from "1"', () => {
    const days = [{ awards: [{ id: 1, title: 'a' }] }, { awards: [{ id: '1', title: 'b' }] }];
    const awards = [
      { id: 1, title: 'a' },
      { id: '1', title: 'b' },
    ];
    expect(compiled(mode, ...days)).toEqual({ awards });
    expect(compiled(mode, { awards })).toEqual({ awards });
  });

  it.each([[true], [{ scheme: 'a' }], [['1']]])('refuses the id %j', (id) => {
    const days = history({ tender: { items: [{ id: 1 }, { id }] } });
    const refused = expect.objectContaining({
      code: 'ID_NOT_TEXT_OR_NUMBER',
      path: 'tender/items/1/id',
      releaseId: 'r1',
    });
    expect(() => compileReleases(days, { compatibility: mode })).toThrow(refused);
    expect(() => versionReleases(days, { compatibility: mode })).toThrow(refused);
  });

  it('does not match items of a list that is one value', () => {
    const days = [
      {
        parties: [
          { id: 1, roles: ['buyer', 'payer'], additionalIdentifiers: [{ id: { a: 1 } }, { id: 1 }, { id: 1 }] },
        ],
      },
    ];
    expect(compiled(mode, ...days)).toEqual(days[0]);
  });
});
