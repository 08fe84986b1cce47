import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Records kept as bytes. Disposing of it deletes what is on disk. */
export interface RecordBytes extends Disposable {
  /** @returns where they are */
  write(record: Buffer): number;
  read(place: number): string;
}

const PIECE = 2 ** 20;
const LENGTH_BYTES = 4;

/** Records one after another, each behind its length. A record lies whole in memory or whole in the file. */
export function createRecordBytes(mostInMemory: number): RecordBytes {
  const pieces: Buffer[] = [];
  let used = PIECE;
  let file: { readonly folder: string; readonly handle: number } | undefined;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let written = 0;

  function toFile(record: Buffer): number {
    const place = FILE_FROM + written + waitingBytes;
    waiting.push(record);
    waitingBytes += record.length;
    if (waitingBytes >= PIECE) flush();
    return place;
  }

  function flush(): void {
    if (waitingBytes === 0) return;
    file ??= makeFile();
    writeSync(file.handle, Buffer.concat(waiting), 0, waitingBytes, written);
    written += waitingBytes;
    waiting = [];
    waitingBytes = 0;
  }

  function fromFile(place: number): string {
    flush();
    const start = readAt(file!.handle, place, LENGTH_BYTES).readUInt32LE(0);
    return readAt(file!.handle, place + LENGTH_BYTES, start).toString();
  }

  return {
    write(text) {
      const record = Buffer.allocUnsafe(LENGTH_BYTES + text.length);
      record.writeUInt32LE(text.length);
      text.copy(record, LENGTH_BYTES);
      const fits = used + record.length <= PIECE;
      if (record.length > PIECE || (!fits && (pieces.length + 1) * PIECE > mostInMemory)) return toFile(record);
      if (!fits) {
        pieces.push(Buffer.allocUnsafe(PIECE));
        used = 0;
      }
      const place = (pieces.length - 1) * PIECE + used;
      record.copy(pieces.at(-1)!, used);
      used += record.length;
      return place;
    },
    read(place) {
      if (place >= FILE_FROM) return fromFile(place - FILE_FROM);
      const piece = pieces[Math.floor(place / PIECE)]!;
      const at = place % PIECE;
      return piece.toString('utf8', at + LENGTH_BYTES, at + LENGTH_BYTES + piece.readUInt32LE(at));
    },
    [Symbol.dispose]() {
      if (file === undefined) return;
      closeSync(file.handle);
      rmSync(file.folder, { recursive: true, force: true });
      file = undefined;
    },
  };
}

/** Places from here on are in the file. */
const FILE_FROM = 2 ** 40;

function makeFile() {
  const folder = mkdtempSync(join(tmpdir(), 'c7-child-'));
  return { folder, handle: openSync(join(folder, 'rows'), 'w+') };
}

function readAt(handle: number, place: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(length);
  readSync(handle, buffer, 0, length, place);
  return buffer;
}
