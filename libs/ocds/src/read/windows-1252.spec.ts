import { decodeWindows1252 } from './windows-1252.js';

describe('decodeWindows1252', () => {
  it('gives Spanish text, curly quotes and the euro sign', () => {
    expect(decodeWindows1252(Buffer.from('a\xf1o \x93uno\x94 \x805', 'latin1'))).toBe('año “uno” €5');
  });

  it('gives each of the 32 bytes that differ from ISO 8859-1 its own character', () => {
    const bytes = Buffer.from(Array.from({ length: 32 }, (_, index) => 0x80 + index));
    expect(decodeWindows1252(bytes)).toBe('€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ');
  });

  it('leaves ASCII and the rest of ISO 8859-1 as they are', () => {
    const bytes = Buffer.from(
      Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte < 0x80 || byte > 0x9f),
    );
    expect(decodeWindows1252(bytes)).toBe(bytes.toString('latin1'));
  });
});
