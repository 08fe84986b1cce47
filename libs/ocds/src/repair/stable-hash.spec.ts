import { stableHash } from './stable-hash.js';

describe('stableHash', () => {
  it.each([
    ['foobar', '6477f76a9c2fba7e'],
    [{ a: 1, b: ['ñ', null] }, '8dad42556d7125f6'],
  ])('%j hashes to the FNV-1a of its canonical text, as computed apart', (value, hash) => {
    expect(stableHash(value)).toBe(hash);
  });

  it('does not depend on the order of members', () => {
    expect(stableHash({ a: { x: 1, y: 2 }, b: 3 })).toBe(stableHash({ b: 3, a: { y: 2, x: 1 } }));
  });

  it('depends on the order of lists, and tells texts from numbers', () => {
    const hashes = [[1, 2], [2, 1], ['1', '2'], '[1,2]'].map(stableHash);
    expect(new Set(hashes).size).toBe(4);
  });
});
