import type { SourceRow } from '#sources';
import { createRecordBytes } from './record-bytes.js';

/** The rows of a child sheet, by the number in their first column. Disposing of it deletes what is on disk. */
export interface ChildRows extends Disposable {
  add(row: SourceRow): void;
  /** In the order in which they stand in the sheet. */
  rowsOf(number: string): readonly SourceRow[];
}

/** Bytes; a workbook has up to a dozen child sheets, and pages of a file that was just written are in memory anyway. */
const MOST_IN_MEMORY = 4 * 2 ** 20;

/**
 * Rows are kept as bytes, the first of them in memory and the rest in a temporary file; what is kept of each row beside
 * them is three numbers. The mapping asks for them synchronously, row by row, mostly in the order of the file.
 */
export function createChildRows(sheet: string, mostInMemory = MOST_IN_MEMORY): ChildRows {
  const bytes = createRecordBytes(mostInMemory);
  /** Of each number its first and last entry; of each entry the next of its number, and where its bytes are. */
  const ends = new Map<number | string, { readonly first: number; last: number }>();
  let next = new Int32Array(1024);
  let places = new Float64Array(1024);
  let count = 0;

  return {
    add({ row, cells, unsound }) {
      if (count === next.length) {
        next = grown(next, new Int32Array(count * 2));
        places = grown(places, new Float64Array(count * 2));
      }
      places[count] = bytes.write(Buffer.from(JSON.stringify(unsound ? [row, cells, unsound] : [row, cells])));
      next[count] = -1;
      const key = keyOf(cells[0] ?? '');
      const known = ends.get(key);
      if (known === undefined) ends.set(key, { first: count, last: count });
      else {
        next[known.last] = count;
        known.last = count;
      }
      count++;
    },
    rowsOf(number) {
      const rows: SourceRow[] = [];
      for (let entry = ends.get(keyOf(number))?.first ?? -1; entry >= 0; entry = next[entry]!) {
        const [row, cells, unsound] = JSON.parse(bytes.read(places[entry]!)) as StoredRow;
        rows.push({ sheet, row, cells, ...(unsound && { unsound }) });
      }
      return rows;
    },
    [Symbol.dispose]: () => bytes[Symbol.dispose](),
  };
}

type StoredRow = [number, string[], SourceRow['unsound']?];

/** "7", "07" and "7.0" are one number. */
function keyOf(text: string): number | string {
  const trimmed = text.trim();
  return /^\d{1,15}(\.0+)?$/.test(trimmed) ? Number(trimmed) : trimmed;
}

function grown<Numbers extends Int32Array | Float64Array>(numbers: Numbers, larger: Numbers): Numbers {
  larger.set(numbers);
  return larger;
}
