import { createRandom, subSeed } from './random.js';

const many = Array.from({ length: 2000 }, (_, i) => i);

describe('createRandom', () => {
  it('tells the same story for the same seed and another for another', () => {
    const draw = (seed: number): number[] => {
      const random = createRandom(seed);
      return many.slice(0, 20).map(() => random.integer(0, 1_000_000));
    };
    expect(draw(5)).toEqual(draw(5));
    expect(draw(5)).not.toEqual(draw(6));
  });

  it('spreads whole numbers evenly over both ends included', () => {
    const random = createRandom(1);
    const counts = [0, 0, 0, 0];
    for (const _ of many) counts[random.integer(2, 5) - 2]! += 1;
    expect(Math.min(...counts)).toBeGreaterThan(430);
    expect(Math.max(...counts)).toBeLessThan(570);
  });

  it('samples different members, all of them when the list is short', () => {
    const random = createRandom(2);
    expect(new Set(random.sample([1, 2, 3, 4, 5], 3)).size).toBe(3);
    expect(random.sample(['a', 'b'], 9).toSorted()).toEqual(['a', 'b']);
  });

  it('picks by weight', () => {
    const random = createRandom(3);
    const list = [
      { name: 'rare', weight: 1 },
      { name: 'common', weight: 9 },
    ];
    const rare = many.filter(() => random.weighted(list).name === 'rare').length;
    expect(rare / many.length).toBeGreaterThan(0.07);
    expect(rare / many.length).toBeLessThan(0.13);
  });
});

describe('subSeed', () => {
  it('gives every process its own seed', () => {
    expect(new Set(many.map((n) => subSeed(7, n))).size).toBe(many.length);
  });

  it('heeds all bits of a large seed', () => {
    expect(subSeed(2 ** 40 + 7, 0)).not.toBe(subSeed(7, 0));
  });
});
