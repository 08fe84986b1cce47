import { createMetBefore } from './met-before.js';

describe('texts met before', () => {
  it('are known, and a hundred thousand alike ones are told apart', () => {
    const isMet = createMetBefore();
    const texts = Array.from(
      { length: 100_000 },
      (_, index) => `["ocds-xs1qbl-SFIN-${index >> 3}","release-${index}"]`,
    );
    expect(texts.filter(isMet)).toEqual([]);
    expect(texts.every(isMet)).toBe(true);
  });
});
