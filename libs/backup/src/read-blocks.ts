import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { BLOCK_KINDS, type BlockKind, MAGIC, MOST_BLOCK_BYTES } from './archive.js';
import { archiveCut, archiveDamaged, notAnArchive } from './backup-error.js';

export interface Block {
  readonly kind: BlockKind;
  readonly content: Buffer;
  /** Where it begins in the decompressed archive. */
  readonly offset: number;
}

const HEAD_BYTES = 5;

/**
 * The blocks of an archive, one in memory at a time. The source is listened to from now on: it may fail before it is read.
 *
 * @throws BackupError `NOT_AN_ARCHIVE`, `ARCHIVE_CUT` or `ARCHIVE_DAMAGED` with the byte.
 */
export function readBlocks(source: Readable): AsyncGenerator<Block> {
  return blocksOf(openBytes(source));
}

async function* blocksOf(bytes: ReturnType<typeof openBytes>): AsyncGenerator<Block> {
  const magic = await bytes.take(MAGIC.length);
  if (!magic.equals(MAGIC)) throw notAnArchive();
  for (;;) {
    const offset = bytes.offset();
    const head = await bytes.take(HEAD_BYTES);
    if (head.length === 0) return;
    const kind = head.toString('latin1', 0, 1);
    const length = head.length === HEAD_BYTES ? head.readUInt32BE(1) : 0;
    if (!BLOCK_KINDS.has(kind) || length > MOST_BLOCK_BYTES) throw archiveDamaged(`byte ${offset}`);
    const content = await bytes.take(length);
    if (head.length < HEAD_BYTES || content.length < length) throw archiveCut(`el byte ${bytes.offset()}`);
    yield { kind: kind as BlockKind, content, offset };
  }
}

function openBytes(source: Readable) {
  const gunzip = source.pipe(createGunzip());
  source.on('error', (error) => gunzip.destroy(error));
  gunzip.on('error', () => source.unpipe(gunzip)); // told to whoever reads
  let pieces: AsyncIterator<Buffer> | undefined;
  let held: Buffer = Buffer.alloc(0);
  let taken = 0;
  return {
    offset: () => taken,
    /** So many bytes, or those that are left. */
    async take(wanted: number): Promise<Buffer> {
      const parts = [held];
      let length = held.length;
      while (length < wanted) {
        pieces ??= gunzip[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
        const { value, done } = await pieces.next().catch((error: unknown) => Promise.reject(nameZlib(error, taken)));
        if (done) break;
        parts.push(value);
        length += value.length;
      }
      const all = parts.length === 1 ? held : Buffer.concat(parts);
      const given = all.subarray(0, wanted);
      held = all.subarray(given.length);
      taken += given.length;
      return given;
    },
  };
}

function nameZlib(error: unknown, at: number): unknown {
  const { code, message } = error as { code?: string; message: string };
  if (message === 'incorrect header check') return notAnArchive();
  if (code === 'Z_BUF_ERROR') return archiveCut(`el byte ${at}`);
  return code?.startsWith('Z_') ? archiveDamaged(`byte ${at}`, error) : error;
}
