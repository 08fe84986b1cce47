import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { sourceError } from '../source-error.js';
import { RATIO_FROM, type SourceLimits } from '../source-limits.js';

const PIECE = 256 * 1024;

/**
 * The bytes of a file, unpacked.
 *
 * @throws TableError GZIP_BROKEN, ZIP_BOMB
 */
export async function* readPieces(path: string, isGzip: boolean, limits: SourceLimits): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: PIECE });
  if (!isGzip) return yield* file;
  const { size } = await stat(path);
  const unpacked = createGunzip({ chunkSize: PIECE });
  file.once('error', (error) => unpacked.destroy(error)).pipe(unpacked);
  let bytes = 0;
  try {
    for await (const piece of unpacked) {
      bytes += (piece as Buffer).length;
      if (bytes > limits.unpackedBytes || (bytes > RATIO_FROM && bytes > size * limits.ratio)) throw bomb(bytes, size);
      yield piece as Buffer;
    }
  } catch (error) {
    throw isOfZlib(error) ? sourceError('GZIP_BROKEN') : error;
  } finally {
    file.destroy();
  }
}

/** The first bytes of a file, at most some thousands; unpacked. */
export async function readHead(path: string, isGzip: boolean, limits: SourceLimits): Promise<Buffer> {
  if (isGzip) {
    for await (const piece of readPieces(path, isGzip, limits)) return piece.subarray(0, HEAD);
    return Buffer.alloc(0);
  }
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const HEAD = 64 * 1024;

function bomb(bytes: number, size: number): Error {
  return sourceError('ZIP_BOMB', `${size} B → ${bytes} B`);
}

function isOfZlib(error: unknown): boolean {
  return String((error as { readonly code?: unknown }).code).startsWith('Z_');
}
