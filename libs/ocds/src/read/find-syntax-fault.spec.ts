import fc from 'fast-check';
import { findSyntaxFault } from './find-syntax-fault.js';
import type { Expected } from './expected.js';
import { expectations } from './expected.js';

const faultIn = (text: string) => findSyntaxFault(Buffer.from(text));

describe('findSyntaxFault', () => {
  it.each<[string, number, Expected]>([
    ['{"a":}', 5, 'value'],
    ['{"a":NaN}', 5, 'value'],
    ['{"a":undefined}', 5, 'value'],
    ['[1,]', 3, 'value'],
    ['[tru]', 1, 'value'],
    ['', 0, 'value'],
    ['{a:1}', 1, 'member-or-end'],
    ["{'a':1}", 1, 'member-or-end'],
    ['{"a":1,}', 7, 'member'],
    ['{"a" 1}', 5, 'colon'],
    ['{"a":1 "b":2}', 7, 'comma-or-object-end'],
    ['[1 2]', 3, 'comma-or-array-end'],
    ['["a\nb"]', 3, 'no-control-character'],
    ['["\\x"]', 3, 'escape'],
    ['["\\u12g4"]', 6, 'hexadecimal'],
    ['[01]', 2, 'comma-or-array-end'],
    ['[1.]', 3, 'digit'],
    ['[1e]', 3, 'digit'],
    ['[-]', 2, 'digit'],
    ['["a]', 4, 'quote'],
    ['{} x', 3, 'end'],
  ])('finds in %j at byte %i what is missing: %s', (text, at, expected) => {
    expect(faultIn(text)).toEqual({ at, expected: expectations[expected] });
  });

  it('counts bytes, not characters', () => {
    expect(faultIn('["ñ",]')?.at).toBe(6);
  });

  it('agrees with JSON.parse on any text near JSON', () => {
    const mutation = fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...'{}[]",:\\0-.eu tn1'));
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(mutation, { maxLength: 3 }), (value, mutations) => {
        const text = mutations.reduce((mutated, [at, cut, put]) => {
          const index = at % (mutated.length + 1);
          return mutated.slice(0, index) + put + mutated.slice(index + cut);
        }, JSON.stringify(value));
        expect(faultIn(text) === undefined).toBe(parses(text));
      }),
      { seed: 7, numRuns: 3000 },
    );
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
