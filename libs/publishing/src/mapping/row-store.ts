import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceRow } from '#sources';

/** Rows of one sheet that wait to be gone through. Disposing of it deletes what is on disk. */
export interface RowStore extends Disposable {
  add(row: SourceRow): void;
  /** In the order in which they came; nothing may be added after. */
  rows(): Generator<SourceRow>;
}

const MOST_IN_MEMORY = 4 * 2 ** 20;
/** Characters of the rows that are written, and read again, at once. */
const LOT = 1 << 17;
/** What a row takes beside its text, at least; keeps lots of short rows small. */
const OVERHEAD = 64;

/**
 * Keeps rows as bytes, the first of them in memory and the rest in a temporary file: what is read once from an archive
 * need not be unpacked and taken apart twice.
 */
export function createRowStore(sheet: string, mostInMemory = MOST_IN_MEMORY): RowStore {
  const inMemory: Buffer[] = [];
  const onDisk: number[] = [];
  let bytes = 0;
  let waiting: StoredRow[] = [];
  let characters = 0;
  let file: ReturnType<typeof makeFile> | undefined;

  function flush(): void {
    if (waiting.length === 0) return;
    const lot = Buffer.from(JSON.stringify(waiting));
    waiting = [];
    characters = 0;
    if (file === undefined && bytes + lot.length <= mostInMemory) {
      inMemory.push(lot);
      bytes += lot.length;
      return;
    }
    file ??= makeFile();
    writeSync(file.handle, lot);
    onDisk.push(lot.length);
  }

  function* lots(): Generator<string> {
    for (const lot of inMemory) yield lot.toString();
    let place = 0;
    for (const length of onDisk) {
      const lot = Buffer.allocUnsafe(length);
      readSync(file!.handle, lot, 0, length, place);
      place += length;
      yield lot.toString();
    }
  }

  return {
    add({ row, cells, unsound }) {
      waiting.push(unsound ? [row, cells, unsound] : [row, cells]);
      characters += OVERHEAD;
      for (const cell of cells) characters += cell.length;
      if (characters > LOT) flush();
    },
    *rows() {
      flush();
      for (const lot of lots()) {
        for (const [row, cells, unsound] of JSON.parse(lot) as StoredRow[]) {
          yield unsound ? { sheet, row, cells, unsound } : { sheet, row, cells };
        }
      }
    },
    [Symbol.dispose]() {
      if (file === undefined) return;
      closeSync(file.handle);
      rmSync(file.folder, { recursive: true, force: true });
      file = undefined;
    },
  };
}

type StoredRow = readonly [number, readonly string[], SourceRow['unsound']?];

function makeFile() {
  const folder = mkdtempSync(join(tmpdir(), 'c7-rows-'));
  return { folder, handle: openSync(join(folder, 'rows'), 'w+') };
}
