import fc from 'fast-check';
import { harmlessText, originalText } from './harmless-text.js';

describe('text that a spreadsheet would run', () => {
  it.each(['=1+1', '+A1', '-A1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '=cmd|"/c calc"!A1', '-2+3+cmd|x!A0'])(
    'gets an apostrophe: %j',
    (text) => expect(harmlessText(text)).toBe(`'${text}`),
  );

  it.each(['12', '-12.5', '+52 33 3030 0000', '-', '+52 (33) 3030-0000', 'a=b', "l'any", "'texto"])(
    '%j stays',
    (text) => expect(harmlessText(text)).toBe(text),
  );

  it('comes back as it was, whatever it is', () => {
    const text = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '1', ' ', 'x', '＝') });
    fc.assert(fc.property(text, (one) => expect(originalText(harmlessText(one))).toBe(one)));
  });
});
