/**
 * The first sign that a text was decoded wrongly: the replacement character, or UTF-8 read as Windows-1252 (“Ã³” for
 * “ó”). Undefined when there is none.
 */
export function findBrokenCharacter(text: string): string | undefined {
  return SUSPECT.test(text) ? BROKEN.exec(text)?.[0] : undefined;
}

const SUSPECT = /[\uFFFDÃÂâï]/;

/** What the bytes 80 to BF are in Windows-1252; also as control characters, which is how ISO-8859-1 has them. */
const CONTINUATION = '[\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';
const BROKEN = new RegExp(`\\uFFFD|[ÃÂ]${CONTINUATION}|â€${CONTINUATION}|ï»¿`, 'u');
