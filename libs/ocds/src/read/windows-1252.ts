/*
 * The 32 code points in which windows-1252 differs from ISO 8859-1, for the bytes 0x80 to 0x9f. Bytes the code page
 * leaves undefined stand for themselves. https://encoding.spec.whatwg.org/#index-windows-1252
 */
const HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Decodes windows-1252, of which ISO 8859-1 and ASCII text are parts. Every byte has a character: it cannot fail. */
export function decodeWindows1252(bytes: Buffer): string {
  // oxlint-disable-next-line no-control-regex -- the range of the code page that is not Latin-1
  return bytes.toString('latin1').replace(/[\x80-\x9f]/g, (control) => HIGH[control.charCodeAt(0) - 0x80]!);
}
