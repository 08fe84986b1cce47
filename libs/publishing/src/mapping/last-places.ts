/**
 * Of each key the place where it comes last, in little memory: 12 bytes a key at least, 24 on the average. Keys are told
 * apart by 53 bits of a hash; should two be one, they have the later place of both.
 */
export interface LastPlaces {
  /** @param place counts up */
  see(key: string, place: number): void;
  /** NEVER of a key that was put aside or was not seen. */
  of(key: string): number;
  putAside(key: string): void;
}

export const NEVER = 2 ** 32 - 1;

const SMALLEST = 1 << 10;

export function createLastPlaces(): LastPlaces {
  let hashes = new Float64Array(SMALLEST);
  let places = new Uint32Array(SMALLEST);
  let count = 0;

  function slotOf(hash: number): number {
    const mask = hashes.length - 1;
    let slot = hash & mask;
    while (hashes[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  function grow(): void {
    const [oldHashes, oldPlaces] = [hashes, places];
    hashes = new Float64Array(oldHashes.length * 2);
    places = new Uint32Array(oldHashes.length * 2);
    for (const [old, hash] of oldHashes.entries()) {
      if (hash === 0) continue;
      const slot = slotOf(hash);
      hashes[slot] = hash;
      places[slot] = oldPlaces[old]!;
    }
  }

  return {
    see(key, place) {
      const hash = hashOf(key);
      let slot = slotOf(hash);
      if (hashes[slot] === 0 && ++count > hashes.length / 2) {
        grow();
        slot = slotOf(hash);
      }
      hashes[slot] = hash;
      places[slot] = place;
    },
    of(key) {
      const slot = slotOf(hashOf(key));
      return hashes[slot] === 0 ? NEVER : places[slot]!;
    },
    putAside: (key) => void (places[slotOf(hashOf(key))] = NEVER),
  };
}

/** Two hashes in one number, never 0. */
function hashOf(key: string): number {
  let one = 0x811c9dc5;
  let other = 0x9747b28c;
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x5bd1e995);
    other ^= other >>> 15;
  }
  return (other >>> 11) * 2 ** 32 + (one >>> 0) || 1;
}
