import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

export type PartContent = string | AsyncIterable<Buffer>;

/** A zip file in the making. Until it is finished there is nothing at its path. */
export interface ZipWriter extends AsyncDisposable {
  /** Resolves when the content has been taken up; parts are written one after another. */
  add(name: string, content: PartContent): Promise<void>;
  finish(): Promise<void>;
}

/** A moment for all entries: equal parts make an equal file. */
const STAMP = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };

/** @param compressionLevel 1 deflates three times as fast as 6, and worksheets grow little by it */
export function createZip(path: string, compressionLevel = 1): ZipWriter {
  const zip = new ZipFile();
  const unfinished = `${path}.part`;
  const written = pipeline(zip.outputStream, createWriteStream(unfinished));
  const failed = new Promise<never>((_, reject) => zip.on('error', reject));
  let isFinished = false;
  written.catch(() => {});
  failed.catch(() => {});
  return {
    async add(name, content) {
      const stream = Readable.from(typeof content === 'string' ? [Buffer.from(content)] : content);
      const taken = new Promise<void>((resolve, reject) => stream.once('end', resolve).once('error', reject));
      zip.addReadStream(stream, name, { ...STAMP, compressionLevel });
      // Should the disk be full, nobody takes the content up: `written` fails first.
      await Promise.race([taken, failed, written]);
    },
    async finish() {
      zip.end();
      await Promise.race([written, failed]);
      await rename(unfinished, path);
      isFinished = true;
    },
    async [Symbol.asyncDispose]() {
      if (isFinished) return;
      (zip.outputStream as Readable).destroy();
      await written.catch(() => {});
      await rm(unfinished, { force: true });
    },
  };
}
