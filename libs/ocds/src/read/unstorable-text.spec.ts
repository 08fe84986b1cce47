import fc from 'fast-check';
import { hasUnstorableText } from './unstorable-text.js';

describe('hasUnstorableText', () => {
  it.each([
    ['the null character', '{"a":"x\\u0000"}'],
    ['a first half alone', '{"a":"\\ud83d"}'],
    ['a first half before another letter', '{"a":"\\uD83Dx\\ude00"}'],
    ['a first half before another escape', '{"a":"\\ud83d\\n"}'],
    ['a second half alone', '{"a":"\\ude00"}'],
    ['halves in the wrong order', '{"a":"\\ude00\\ud83d"}'],
    ['a first half twice', '{"a":"\\ud83d\\ud83d\\ude00"}'],
  ])('finds %s', (_, text) => {
    expect(hasUnstorableText(text)).toBe(true);
  });

  it.each([
    ['plain text', '{"a":"año"}'],
    ['a whole pair', '{"a":"\\ud83d\\ude00"}'],
    ['a backslash before u0000', '{"a":"\\\\u0000"}'],
    ['a backslash before a half', '{"a":"\\\\ud83d"}'],
    ['other escapes', '{"a":"\\u00f1\\n\\ud83d\\ude00\\u0001"}'],
  ])('lets %s pass', (_, text) => {
    expect(hasUnstorableText(text)).toBe(false);
  });

  it('agrees with the parsed string, for any sequence of escapes', () => {
    const piece = fc.constantFrom('\\u0000', '\\ud800', '\\udfff', '\\\\', 'u0000', 'x', '\\n', '\\u00f1');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = JSON.stringify({ a: 1 }).replace('1', `"${pieces.join('')}"`);
        const { a } = JSON.parse(text) as { a: string };
        expect(hasUnstorableText(text)).toBe(a.includes('\u0000') || Buffer.from(a).toString() !== a);
      }),
      { seed: 7, numRuns: 1000 },
    );
  });
});
