/** Rows of a sheet, a bit for each: a million take 128 KB, however many of them have a fault. */
export interface RowSet {
  /** @returns false when the row was there already */
  add(row: number): boolean;
}

export function createRowSet(): RowSet {
  let bits = new Uint8Array(64);
  return {
    add: (row) => {
      const place = row >> 3;
      if (place >= bits.length) bits = grown(bits, place);
      const bit = 1 << (row & 7);
      if ((bits[place]! & bit) !== 0) return false;
      bits[place]! |= bit;
      return true;
    },
  };
}

function grown(bits: Uint8Array, place: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(bits.length * 2, place + 1));
  larger.set(bits);
  return larger;
}
