import fc from 'fast-check';
import type { Json, JsonObject } from '../json.js';
import { changedLeaves } from './changed-leaves.js';
import { compareReleases } from './compare-releases.js';
import { compareStates } from './compare-states.js';
import { parsePointer, pointerOf } from './identity-pointer.js';
import { wordDifferences } from './word-differences.js';

const runs = { numRuns: 500, seed: 7 };

const scalar = fc.oneof(
  fc.constantFrom<Json>(null, 'a', 'b/~c', '2025-01-01', 0, 1.5, true),
  fc.string({ maxLength: 4 }),
);
const value = fc.record({ amount: fc.constantFrom<Json>(1, 2, null), currency: fc.constantFrom('MXN', 'USD') });
const item = fc.record(
  {
    id: fc.constantFrom<Json>('1', '2', 3, 'a/b'),
    title: scalar,
    value,
    items: fc.array(fc.record({ n: scalar }), { maxLength: 3 }),
  },
  { requiredKeys: [] },
);
const release = fc.record(
  {
    language: scalar,
    tender: fc.record(
      {
        id: scalar,
        title: scalar,
        value,
        submissionMethod: fc.array(scalar, { maxLength: 2 }),
        items: fc.array(item, { maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
    awards: fc.oneof(fc.array(item, { maxLength: 3 }), scalar),
    other: fc.oneof(scalar, item, fc.array(fc.oneof(scalar, item), { maxLength: 2 })),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<JsonObject>;

describe('comparing any two releases', () => {
  it('finds nothing between a release and itself', () => {
    fc.assert(
      fc.property(release, (one) => {
        expect(compareReleases(one, structuredClone(one))).toEqual([]);
      }),
      runs,
    );
  });

  it('tells every value that changed exactly once', () => {
    fc.assert(
      fc.property(release, release, (one, other) => {
        const told = compareReleases(one, other).flatMap(({ leaves }) => leaves);
        expect(told.toSorted()).toEqual(
          changedLeaves(one, other)
            .map(({ pointer }) => pointer)
            .toSorted(),
        );
      }),
      runs,
    );
  });

  it('tells the same backwards, with before and after in each other’s place', () => {
    fc.assert(
      fc.property(release, release, (one, other) => {
        const key = (parts: readonly (Json | undefined)[]) => JSON.stringify(parts.map((part) => part ?? null));
        const there = changedLeaves(one, other).map(({ pointer, before, after }) => key([pointer, before, after]));
        const back = changedLeaves(other, one).map(({ pointer, before, after }) => key([pointer, after, before]));
        expect(back.toSorted()).toEqual(there.toSorted());
      }),
      runs,
    );
  });

  it('misses nothing: releases that differ in some value have differences', () => {
    fc.assert(
      fc.property(release, fc.string({ minLength: 1 }), (one, title) => {
        const other = { ...one, tender: { ...(one.tender as JsonObject), title: `${title}·` } };
        expect(compareReleases(one, other).flatMap(({ leaves }) => leaves)).toContain('/tender/title');
      }),
      runs,
    );
  });

  it('writes pointers that can be read back', () => {
    fc.assert(
      fc.property(release, release, (one, other) => {
        for (const { pointer, steps } of changedLeaves(one, other)) {
          expect(pointerOf(parsePointer(pointer)!)).toBe(pointerOf(steps));
        }
      }),
      runs,
    );
  });
});

it('joins words to both texts again', () => {
  const text = fc
    .array(fc.constantFrom('uno', 'dos', ' ', '  ', '\n', 'tres'), { maxLength: 30 })
    .map((words) => words.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDifferences(before, after);
      const without = (kind: string) => parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join('');
      expect([without('added'), without('removed')]).toEqual([before, after]);
    }),
    runs,
  );
});

describe('compareStates', () => {
  const releases = [
    { ocid: 'o', id: 'r1', date: '2025-01-01T00:00:00Z', tag: ['tender'], tender: { id: 't', title: 'A' } },
    { ocid: 'o', id: 'r2', date: '2025-02-01T00:00:00Z', tag: ['award'], awards: [{ id: 'a' }] },
    { ocid: 'o', id: 'r3', date: '2025-03-01T00:00:00Z', tag: ['tenderUpdate'], tender: { id: 't', title: 'B' } },
  ];

  it('compares what a process said after any two of its releases', () => {
    const pointers = (from: string | undefined, to: string) =>
      compareStates(releases, from, to)?.map((one) => one.pointer);
    expect(pointers('r1', 'r2')).toEqual(['/awards/[a]']);
    expect(pointers('r1', 'r3')).toEqual(['/tender/title', '/awards/[a]']);
    expect(pointers('r3', 'r1')).toEqual(['/tender/title', '/awards/[a]']);
    expect(pointers(undefined, 'r1')).toEqual(['/tender']);
    expect(pointers('r1', 'otra')).toBeUndefined();
  });
});
