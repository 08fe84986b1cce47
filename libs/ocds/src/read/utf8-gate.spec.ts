import fc from 'fast-check';
import { Utf8Gate } from './utf8-gate.js';

describe('Utf8Gate', () => {
  it('holds back a sequence until it is whole', () => {
    const gate = new Utf8Gate();
    expect(gate.push(Buffer.from([0x61, 0xe2, 0x82])).bytes).toEqual(Buffer.from('a'));
    expect(gate.push(Buffer.from([0xac, 0x62])).bytes).toEqual(Buffer.from('€b'));
    expect(gate.encoding).toBe('utf-8');
  });

  it('takes ASCII with one invalid byte for windows-1252 from that byte on', () => {
    const gate = new Utf8Gate();
    const { bytes, invalid } = gate.push(Buffer.from('a\xf1o', 'latin1'));
    expect([bytes, invalid, gate.encoding]).toEqual([Buffer.from('a'), Buffer.from('\xf1o', 'latin1'), 'windows-1252']);
    expect(gate.push(Buffer.from([0x80])).bytes).toEqual(Buffer.from([0x80]));
  });

  it('calls a text broken when it was UTF-8 before the invalid byte', () => {
    const gate = new Utf8Gate();
    const { bytes, invalid } = gate.push(Buffer.concat([Buffer.from('añ'), Buffer.from([0xf1, 0x6f])]));
    expect([bytes.toString(), invalid?.length, gate.encoding]).toEqual(['añ', 2, 'broken']);
  });

  it.each([
    ['an overlong form', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a code point past the last', [0xf4, 0x90, 0x80, 0x80]],
    ['a continuation alone', [0x80]],
  ])('does not take %s for UTF-8', (_, sequence) => {
    const gate = new Utf8Gate();
    gate.push(Buffer.from([...sequence, 0x61]));
    expect(gate.encoding).toBe('windows-1252');
  });

  it('comes to the same bytes and encoding however the text is cut', () => {
    const whole = ['a', 'ñ', '€', '😀'].map((character) => Buffer.from(character));
    const piece = fc.constantFrom(...whole, Buffer.from([0xff]), Buffer.from([0xc3]), Buffer.from([0xf0, 0x9f]));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.array(fc.nat(20), { maxLength: 4 }), (pieces, cuts) => {
        const text = Buffer.concat(pieces);
        expect(passed(text, cuts)).toEqual(passed(text, []));
      }),
      { seed: 7, numRuns: 1000 },
    );
  });
});

function passed(text: Buffer, cuts: readonly number[]): unknown[] {
  const gate = new Utf8Gate();
  const ends = [...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length];
  let out = Buffer.alloc(0);
  let start = 0;
  for (const end of ends) {
    const { bytes, invalid } = gate.push(text.subarray(start, end));
    out = Buffer.concat([out, bytes]);
    if (gate.encoding === 'broken') return [out.toString('hex'), 'broken'];
    if (invalid) out = Buffer.concat([out, Buffer.from('|'), invalid]);
    start = end;
  }
  return [Buffer.concat([out, gate.finish()]).toString('hex'), gate.encoding];
}
