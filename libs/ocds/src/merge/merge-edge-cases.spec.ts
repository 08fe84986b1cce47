import type { Json, JsonObject } from '../json.js';
import { mergeRulesOf } from './merge-rules.js';
import { compileReleases, versionReleases } from './merge-releases.js';

type Mode = 'standard' | 'reference';
const modes: readonly Mode[] = ['standard', 'reference'];

/** One release a day, each with these members. */
function history(...days: readonly JsonObject[]): JsonObject[] {
  return days.map((members, index) => ({
    ocid: 'o',
    id: `r${index + 1}`,
    date: `2026-01-0${index + 1}T00:00:00Z`,
    tag: ['tender'],
    ...members,
  }));
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

/** The versioned fields, each history written as the releases and values it has: `['r1', 'A', 'r2', null]`. */
function versioned(compatibility: Mode, ...days: readonly JsonObject[]): JsonObject {
  const { ocid: _ocid, ...fields } = versionReleases(history(...days), { compatibility });
  return short(fields) as JsonObject;
}

function short(value: Json): Json {
  if (Array.isArray(value))
    return value.flatMap((entry: Json) => (isVersion(entry) ? [entry.releaseID!, entry.value!] : [short(entry)]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, short(member as Json)]));
}

function isVersion(entry: Json): entry is JsonObject {
  return typeof entry === 'object' && entry !== null && 'releaseID' in entry;
}

const inconsistent = expect.objectContaining({ code: 'INCONSISTENT_TYPE' }) as Error;

describe.each(modes)('nulls, %s', (mode) => {
  it('removes a field that is set to null; its history keeps the null', () => {
    const days = [{ tender: { title: 'a', id: 'T' } }, { tender: { title: null } }];
    expect(compiled(mode, ...days)).toEqual({ tender: { id: 'T' } });
    expect(versioned(mode, ...days)).toEqual({ tender: { title: ['r1', 'a', 'r2', null], id: ['r1', 'T'] } });
  });

  it('keeps an empty object when all its fields are set to null', () => {
    const days = [{ tender: { title: 'a' } }, { tender: { title: null } }];
    expect(compiled(mode, ...days)).toEqual({ tender: {} });
    expect(compiled(mode, { tender: { title: null } })).toEqual({ tender: {} });
  });

  it('removes a whole list that is set to null', () => {
    const days = [{ tender: { submissionMethod: ['written'] } }, { tender: { submissionMethod: null } }];
    expect(compiled(mode, ...days)).toEqual({ tender: {} });
    expect(versioned(mode, ...days)).toEqual({ tender: { submissionMethod: ['r1', ['written'], 'r2', null] } });
  });

  it('leaves the id of an item whose fields are all set to null', () => {
    const days = [{ awards: [{ id: '1', title: 'a' }] }, { awards: [{ id: '1', title: null }] }];
    expect(compiled(mode, ...days)).toEqual({ awards: [{ id: '1' }] });
    expect(versioned(mode, ...days)).toEqual({ awards: [{ id: '1', title: ['r1', 'a', 'r2', null] }] });
  });

  it('notes a null that comes first', () => {
    expect(compiled(mode, { language: null })).toEqual({});
    expect(versioned(mode, { language: null })).toEqual({ language: ['r1', null] });
  });

  it('keeps a null inside a list that is one value', () => {
    const days = [{ tender: { additionalProcurementCategories: ['a', null] } }];
    expect(compiled(mode, ...days)).toEqual({ tender: { additionalProcurementCategories: ['a', null] } });
  });
});

describe.each(modes)('what says nothing, %s', (compatibility) => {
  const schema = { properties: { local: { type: 'object', properties: { dropped: { omitWhenMerged: true } } } } };

  it('is an object with nothing but fields that are left out', () => {
    const options = { rules: mergeRulesOf(schema), compatibility };
    const days = history({ local: { dropped: null } });
    expect(compileReleases(days, options)).not.toHaveProperty('local');
    expect(versionReleases(days, options)).not.toHaveProperty('local');
    expect(compileReleases(history({ local: { dropped: null, other: null } }), options)).toHaveProperty('local', {});
  });
});

describe('an object that is set to null', () => {
  const days = [{ tender: { title: 'a', value: { amount: 1 } } }, { tender: null }];
  const restored = [...days, { tender: { title: 'b' } }];

  it('is removed by the standard, which has each of its fields end in the versioned release', () => {
    expect(compiled('standard', ...days)).toEqual({});
    expect(versioned('standard', ...days)).toEqual({
      tender: { title: ['r1', 'a', 'r2', null], value: { amount: ['r1', 1, 'r2', null] } },
    });
  });

  it('begins anew by the standard when it comes back', () => {
    expect(compiled('standard', ...restored)).toEqual({ tender: { title: 'b' } });
    expect(versioned('standard', ...restored)).toEqual({
      tender: { title: ['r1', 'a', 'r2', null, 'r3', 'b'], value: { amount: ['r1', 1, 'r2', null] } },
    });
  });

  it('stays as it was by the reference', () => {
    expect(compiled('reference', ...days)).toEqual({ tender: { title: 'a', value: { amount: 1 } } });
    expect(compiled('reference', ...restored)).toEqual({ tender: { title: 'b', value: { amount: 1 } } });
    expect(versioned('reference', ...days)).toEqual({ tender: { title: ['r1', 'a'], value: { amount: ['r1', 1] } } });
  });
});

describe('a list of objects that is set to null', () => {
  const days = [{ awards: [{ id: '1', title: 'a' }, { title: 'b' }] }, { awards: null }];

  it('is removed by the standard', () => {
    expect(compiled('standard', ...days)).toEqual({});
    expect(versioned('standard', ...days)).toEqual({
      awards: [{ id: '1', title: ['r1', 'a', 'r2', null] }, { title: ['r1', 'b', 'r2', null] }],
    });
  });

  it('stays as it was by the reference', () => {
    expect(compiled('reference', ...days)).toEqual({ awards: [{ id: '1', title: 'a' }, { title: 'b' }] });
    expect(versioned('reference', ...days)).toEqual({
      awards: [{ id: '1', title: ['r1', 'a'] }, { title: ['r1', 'b'] }],
    });
  });
});

describe('a null before there is an object', () => {
  it.each(modes)('leaves no trace in the compiled release, %s', (mode) => {
    expect(compiled(mode, { tender: null }, { tender: { id: 'T' } })).toEqual({ tender: { id: 'T' } });
  });

  it('has no place in the versioned release by the standard', () => {
    expect(versioned('standard', { tender: null })).toEqual({});
    expect(versioned('standard', { tender: null }, { tender: { id: 'T' } })).toEqual({ tender: { id: ['r2', 'T'] } });
    expect(versioned('standard', { local: null }, { local: { a: 1 } })).toEqual({ local: { a: ['r2', 1] } });
    expect(versioned('standard', { local: null }, { local: [{ id: 1 }] })).toEqual({ local: [{ id: 1 }] });
  });

  it('is an error in the versioned release by the reference, and a mixed list before a list', () => {
    expect(versioned('reference', { tender: null })).toEqual({ tender: ['r1', null] });
    expect(() => versioned('reference', { tender: null }, { tender: { id: 'T' } })).toThrow(inconsistent);
    expect(versioned('reference', { awards: null }, { awards: [{ id: 1 }] })).toEqual({
      awards: ['r1', null, { id: 1 }],
    });
  });
});

describe.each(modes)('values, %s', (mode) => {
  it('takes an empty text for a value', () => {
    const days = [{ tender: { title: 'a' } }, { tender: { title: '' } }];
    expect(compiled(mode, ...days)).toEqual({ tender: { title: '' } });
    expect(versioned(mode, ...days)).toEqual({ tender: { title: ['r1', 'a', 'r2', ''] } });
  });

  it('notes a value that comes back, and not one that stays', () => {
    const days = ['A', 'B', 'B', 'A'].map((language) => ({ language }));
    expect(versioned(mode, ...days)).toEqual({ language: ['r1', 'A', 'r2', 'B', 'r4', 'A'] });
  });

  it('compares lists by what they hold, not the order of members', () => {
    const first = [{ scheme: 'CUCOP', id: 1 }];
    const second = [{ id: 1, scheme: 'CUCOP' }];
    const days = [first, second].map((additionalClassifications) => ({
      tender: { items: [{ id: 1, additionalClassifications }] },
    }));
    expect(versioned(mode, ...days)).toEqual({
      tender: { items: [{ id: 1, additionalClassifications: ['r1', first] }] },
    });
  });

  it('merges by its shape what the schema does not have', () => {
    const days = [
      { tender: { title_es: 'a' }, local: { x: 1, list: [{ id: 1, y: 1 }], texts: ['a'] } },
      { tender: { title_es: 'b' }, local: { z: 2, list: [{ id: 1, w: 2 }], texts: ['b'] } },
    ];
    expect(compiled(mode, ...days)).toEqual({
      tender: { title_es: 'b' },
      local: { x: 1, z: 2, list: [{ id: 1, y: 1, w: 2 }], texts: ['b'] },
    });
  });

  it('does nothing with empty objects and lists of objects, and replaces a whole list by an empty one', () => {
    const days = [
      { tender: { id: 'T', submissionMethod: ['written'] }, awards: [{ id: 1 }] },
      { tender: { submissionMethod: [] }, awards: [], planning: { budget: {} }, contracts: [{}] },
      { tender: {} },
    ];
    expect(compiled(mode, ...days)).toEqual({ tender: { id: 'T', submissionMethod: [] }, awards: [{ id: 1 }] });
  });
});

describe('true and 1', () => {
  const days = [{ local: true }, { local: 1 }];

  it('are two values by the standard and one by the reference', () => {
    expect(versioned('standard', ...days)).toEqual({ local: ['r1', true, 'r2', 1] });
    expect(versioned('reference', ...days)).toEqual({ local: ['r1', true] });
    expect(versioned('reference', { local: [0] }, { local: [false] }, { local: ['0'] })).toEqual({
      local: ['r1', [0], 'r3', ['0']],
    });
  });
});

describe('a field that changes its shape', () => {
  const changes: readonly [string, Json, Json][] = [
    ['text to object', 'a', { x: 1 }],
    ['text to list of objects', 'a', [{ id: 1 }]],
    ['object to list of objects', { x: 1 }, [{ id: 1 }]],
    ['list of objects to object', [{ id: 1 }], { x: 1 }],
  ];
  const ignored: readonly [string, Json, Json][] = [
    ['object to text', { x: 1 }, 'a'],
    ['list of objects to text', [{ id: 1 }], 'a'],
    ['list of objects to list of texts', [{ id: 1 }], ['a']],
    ['object to list of texts', { x: 1 }, ['a']],
  ];

  it.each([...changes, ...ignored, ['list of texts to list of objects', ['a'], [{ id: 1 }]] as const])(
    'is an error by the standard: %s',
    (_, first, second) => {
      const days = [{ tender: { local: first } }, { tender: { local: second } }];
      const error = expect.objectContaining({ code: 'INCONSISTENT_TYPE', path: 'tender/local', releaseId: 'r2' });
      expect(() => compiled('standard', ...days)).toThrow(error);
      expect(() => versioned('standard', ...days)).toThrow(error);
    },
  );

  it.each(changes)('is an error in the compiled release by the reference: %s', (_, first, second) => {
    expect(() => compiled('reference', { local: first }, { local: second })).toThrow(inconsistent);
  });

  it.each(ignored)('is ignored by the reference: %s', (_, first, second) => {
    expect(compiled('reference', { local: first }, { local: second })).toEqual({ local: first });
    expect(versioned('reference', { local: first }, { local: second })).toEqual(
      versioned('reference', { local: first }),
    );
  });

  it('makes a mixed list by the reference where a list of objects follows values', () => {
    expect(compiled('reference', { local: ['a'] }, { local: [{ id: 1 }] })).toEqual({ local: ['a', { id: 1 }] });
    expect(versioned('reference', { local: 'a' }, { local: [{ id: 1, x: 1 }] })).toEqual({
      local: ['r1', 'a', { id: 1, x: ['r2', 1] }],
    });
  });

  it('is none after the field was removed; only its history cannot be both', () => {
    const days = [{ local: { x: 1 } }, { local: null }, { local: 'a' }];
    expect(compiled('standard', ...days)).toEqual({ local: 'a' });
    expect(() => versioned('standard', ...days)).toThrow(inconsistent);
  });

  it('is none when the object or list is empty', () => {
    expect(compiled('standard', { local: 'a' }, { local: {} }, { local: [] })).toEqual({ local: 'a' });
    expect(versioned('standard', { local: 'a' }, { local: {} }, { local: [] })).toEqual({ local: ['r1', 'a'] });
  });

  it('is none between texts, numbers and lists of them', () => {
    const days = [{ local: 'a' }, { local: ['a'] }, { local: 1 }];
    expect(versioned('standard', ...days)).toEqual({ local: ['r1', 'a', 'r2', ['a'], 'r3', 1] });
  });

  it('by the standard, is none for an object where the schema has a whole list; the reference replaces it', () => {
    const days = [{ tender: { submissionMethod: { x: 1 } } }, { tender: { submissionMethod: { y: 1 } } }];
    expect(compiled('standard', ...days)).toEqual({ tender: { submissionMethod: { x: 1, y: 1 } } });
    expect(compiled('reference', ...days)).toEqual({ tender: { submissionMethod: { y: 1 } } });
  });
});
