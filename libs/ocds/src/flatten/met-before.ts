/**
 * Tells whether a text was met before. Keeps 53 bits of each, not the text: millions fit in memory. One in some billions
 * is wrongly taken for met; the caller must bear that.
 */
export function createMetBefore(): (text: string) => boolean {
  const met = new Set<number>();
  return (text) => {
    const hash = hash53(text);
    if (met.has(hash)) return true;
    met.add(hash);
    return false;
  };
}

/** Two FNV-1a hashes with different starts, side by side. */
function hash53(text: string): number {
  let [high, low] = [0x811c9dc5, 0x1b873593];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x85ebca6b) + at;
  }
  return (high >>> 0) * 2 ** 21 + (mix(low) >>> 11);
}

/** Lets every bit bear on every other: of the low half only the upper bits are kept. */
function mix(bits: number): number {
  const once = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  return (once ^ (once >>> 13)) >>> 0;
}
