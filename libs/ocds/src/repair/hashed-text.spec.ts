import fc from 'fast-check';
import { hashedText } from './hashed-text.js';

function hashOf(write: () => void): string {
  hashedText.begin();
  write();
  return hashedText.digest();
}

describe('hashing a text piece by piece', () => {
  it('takes texts as JSON writes them, whatever they hold', () => {
    const unit = fc.constantFrom(
      'a',
      'ñ',
      '€',
      '"',
      '\\',
      '\n',
      '\u0001',
      '\uFFFD',
      '\uD800',
      '😀',
      'línea larga y llana ',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const bytes = Buffer.from(JSON.stringify(text)).toString('latin1');
        expect(hashOf(() => hashedText.quoted(text))).toBe(hashOf(() => hashedText.plain(bytes)));
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it('takes back what it is told to, and grows as needed', () => {
    const long = 'x'.repeat(200_000);
    const whole = hashOf(() => hashedText.plain(`${long}ab`));
    const inPieces = hashOf(() => {
      hashedText.plain(`${long}a`);
      const { length } = hashedText;
      hashedText.quoted('no');
      hashedText.cut(length);
      hashedText.plain('b');
    });
    expect(inPieces).toBe(whole);
  });
});
