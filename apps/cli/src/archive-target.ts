import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { callbackify } from 'node:util';

export interface ArchiveTarget {
  readonly stream: Writable;
  /** The file is whole, on the disk and under its name. */
  finish(): Promise<{ readonly bytes: number; readonly sha256: string }>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}

/**
 * Where an archive goes: standard output for `-`, else a file that only its owner may read (it holds personal data and
 * keys) and that has another name until it is whole.
 */
export async function openArchiveTarget(path: string): Promise<ArchiveTarget> {
  const unfinished = `${path}.parcial`;
  const file = path === '-' ? undefined : await open(unfinished, 'w', 0o600);
  const append = callbackify((piece: Buffer) => file!.appendFile(piece));
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = new Writable({
    write(piece: Buffer, _, done) {
      hash.update(piece);
      bytes += piece.length;
      if (file) append(piece, done);
      else process.stdout.write(piece, done);
    },
  });
  return {
    stream,
    async finish() {
      await file?.sync();
      await file?.close();
      if (file) await rename(unfinished, path);
      return { bytes, sha256: hash.digest('hex') };
    },
    async abandon() {
      await file?.close().catch(() => undefined);
      if (file) await rm(unfinished, { force: true });
    },
  };
}
