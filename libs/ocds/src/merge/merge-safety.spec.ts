import type { Json, JsonObject } from '../json.js';
import { mergeReleases } from './merge-releases.js';

function read(day: number, members: string): JsonObject {
  return JSON.parse(
    `{"ocid":"o","id":"${day}","date":"2026-01-0${day}T00:00:00Z","tag":["tender"],${members}}`,
  ) as JsonObject;
}

describe('data that names what objects inherit', () => {
  const hostile = [
    read(
      1,
      '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"tender":{"__proto__":"a","toString":"b"}',
    ),
    read(2, '"__proto__":{"polluted":2},"tender":{"__proto__":"c","valueOf":{"x":1}},"hasOwnProperty":null'),
  ];

  it('stays data in the compiled release', () => {
    const { compiled } = mergeReleases(hostile);
    expect(JSON.stringify(compiled)).toBe(
      '{"tag":["compiled"],"id":"o-2026-01-02T00:00:00Z","date":"2026-01-02T00:00:00Z","ocid":"o",' +
        '"__proto__":{"polluted":2},"constructor":{"prototype":{"polluted":1}},' +
        '"tender":{"__proto__":"c","toString":"b","valueOf":{"x":1}}}',
    );
    expect(Object.getPrototypeOf(compiled)).toBe(Object.prototype);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('stays data in the versioned release', () => {
    const { versioned } = mergeReleases(hostile);
    const own = Object.getOwnPropertyDescriptor(versioned.tender, '__proto__')?.value as readonly { value: Json }[];
    expect(own.map(({ value }) => value)).toEqual(['a', 'c']);
    expect(Object.getPrototypeOf(versioned.tender)).toBe(Object.prototype);
    expect(Object.keys(versioned)).toEqual(['ocid', '__proto__', 'constructor', 'tender', 'hasOwnProperty']);
  });

  it('is not told apart by ids that objects inherit', () => {
    const parties = '"parties":[{"id":"constructor","name":"a"},{"id":"__proto__","name":"b"}]';
    expect(mergeReleases([read(1, parties), read(2, parties)]).compiled.parties).toHaveLength(2);
  });
});

describe('data that nests without end', () => {
  it('is refused before it exhausts the stack', () => {
    const depth = 20_000;
    const deep = read(1, `"local":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
    expect(() => mergeReleases([deep])).toThrow(expect.objectContaining({ code: 'TOO_DEEP', releaseId: '1' }));
  });

  it('is taken as a value inside a list of values', () => {
    const depth = 20_000;
    const deep = `"local":${'['.repeat(depth)}1${']'.repeat(depth)}`;
    const { versioned } = mergeReleases([read(1, deep), read(2, deep)]);
    expect(versioned).toHaveProperty('local.length', 2);
  });

  it('is refused as an id', () => {
    const depth = 20_000;
    const deep = read(1, `"parties":[{"id":${'['.repeat(depth)}1${']'.repeat(depth)}}]`);
    expect(() => mergeReleases([deep])).toThrow(expect.objectContaining({ code: 'ID_NOT_TEXT_OR_NUMBER' }));
  });
});

describe('the releases given', () => {
  it('may be frozen, and the merge of each keeps apart from the next', () => {
    const first = Object.freeze(read(1, '"tender":{"items":[{"id":1,"quantity":1}]}'));
    const one = mergeReleases([first]);
    const text = JSON.stringify(one);
    mergeReleases([first, read(2, '"tender":{"items":[{"id":1,"quantity":2}]}')]);
    expect(JSON.stringify(one)).toBe(text);
  });
});
