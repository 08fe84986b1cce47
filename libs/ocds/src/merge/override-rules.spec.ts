import type { JsonObject } from '../json.js';
import { compileReleases, mergeReleases, versionReleases } from './merge-releases.js';
import { overrideRules } from './override-rules.js';
import { defaultMergeRules } from './default-merge-rules.js';
import { mergeRulesOf } from './merge-rules.js';

function release(day: number, items: readonly JsonObject[]): JsonObject {
  return { ocid: 'o', id: String(day), date: `2026-01-0${day}T00:00:00Z`, tag: ['tender'], tender: { items } };
}

const twice = [
  release(1, [
    { id: 1, description: 'bolt', quantity: 1 },
    { id: 1, description: 'nut' },
  ]),
  release(2, [{ id: 1, description: 'screw' }, { id: 7, description: 'washer' }, { description: 'pin' }]),
];

describe('a list whose ids are known to be bad', () => {
  it('keeps every item of every release with APPEND', () => {
    const { compiled, warnings } = mergeReleases(twice, { overrides: { 'tender/items': 'APPEND' } });
    expect(compiled.tender).toEqual({
      items: [
        { id: 1, description: 'bolt', quantity: 1 },
        { id: 1, description: 'nut' },
        { id: 1, description: 'screw' },
        { id: 7, description: 'washer' },
        { description: 'pin' },
      ],
    });
    expect(warnings).toEqual([]);
  });

  it('merges item by item in their order with MERGE_BY_POSITION, each with the id it came with', () => {
    const overrides = { 'tender/items': 'MERGE_BY_POSITION' } as const;
    expect(compileReleases(twice, { overrides }).tender).toEqual({
      items: [{ id: 1, description: 'screw', quantity: 1 }, { id: 1, description: 'washer' }, { description: 'pin' }],
    });
    expect(versionReleases(twice, { overrides })).toHaveProperty(['tender', 'items', 1, 'id'], 1);
    expect(versionReleases(twice, { overrides })).toHaveProperty(['tender', 'items', 1, 'description', 'length'], 2);
  });

  it('holds the place of an item that says nothing with MERGE_BY_POSITION', () => {
    const overrides = { 'tender/items': 'MERGE_BY_POSITION' } as const;
    const history = [release(1, [{}, { quantity: 1 }, {}]), release(2, [{ quantity: 5 }, { quantity: 2 }])];
    expect(compileReleases(history, { overrides }).tender).toEqual({ items: [{ quantity: 5 }, { quantity: 2 }] });
    expect(compileReleases(history.slice(0, 1), { overrides }).tender).toEqual({ items: [{}, { quantity: 1 }] });
  });

  it('is overridden at its path alone, and in the copy of the rules alone', () => {
    const overrides = { 'tender/items': 'APPEND' } as const;
    const rules = overrideRules(defaultMergeRules(), overrides);
    expect(overrideRules(defaultMergeRules(), overrides)).toBe(rules);
    const award = { ...release(1, []), awards: [{ id: 'a', items: [{ id: 1 }, { id: 1 }] }] };
    expect(compileReleases([award], { overrides }).awards).toEqual([{ id: 'a', items: [{ id: 1 }] }]);
    expect(compileReleases(twice.slice(0, 1)).tender).toHaveProperty(['items', 'length'], 1);
  });

  it('keeps every item also where the items above it are joined', () => {
    const awards = [1, 2].map((quantity) => ({ id: 'a', items: [{ id: 1, quantity }] }));
    const compiled = compileReleases([{ ...release(1, []), awards }], { overrides: { 'awards/items': 'APPEND' } });
    expect(compiled.awards).toHaveProperty([0, 'items', 'length'], 2);
  });

  it('is overridden in each set of rules apart', () => {
    const overrides = { local: 'APPEND' } as const;
    const [known, unknown] = [{ a: { type: 'string', omitWhenMerged: true } }, {}].map((properties) =>
      overrideRules(mergeRulesOf({ properties }), overrides),
    );
    expect([known?.byName.has('a'), unknown?.byName.has('a')]).toEqual([true, false]);
  });

  it('can be one the schema does not know', () => {
    const history = [1, 2].map((day) => ({ ...release(day, []), local: [{ id: 1, n: day }] }));
    expect(compileReleases(history, { overrides: { local: 'APPEND' } }).local).toHaveLength(2);
  });
});
