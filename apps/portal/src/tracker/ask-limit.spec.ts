import { AskLimit } from './ask-limit.js';

const MINUTE = 60_000;

describe('how often an address may ask', () => {
  it('is ten times an hour, each address for itself', () => {
    const limit = new AskLimit();
    const asked = Array.from({ length: 11 }, (_, n) => limit.take('1.1.1.1', n * MINUTE));
    expect(asked).toEqual([...Array.from({ length: 10 }, () => true), false]);
    expect(limit.take('2.2.2.2', 11 * MINUTE)).toBe(true);
    expect(limit.take('1.1.1.1', 61 * MINUTE)).toBe(true);
  });
});
