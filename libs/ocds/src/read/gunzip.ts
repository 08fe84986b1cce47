import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ReadLimits } from './read-options.js';
import { UnreadableInputError } from './unreadable-input-error.js';

/** Below this a ratio says little: a small gzip of blanks is harmless. */
const RATIO_COUNTS_FROM = 32 * 2 ** 20;

/**
 * Decompresses gzip, of one or several members.
 *
 * @throws UnreadableInputError `gzip` when it is damaged or cut off, `compression-ratio` when it swells beyond the limit
 */
export async function* gunzip(chunks: AsyncIterable<Buffer>, { maxRatio }: ReadLimits): AsyncGenerator<Buffer> {
  const sizes = { compressed: 0, plain: 0 };
  const unzip = createGunzip({ chunkSize: 2 ** 18 });
  pipeline(Readable.from(counted(chunks, sizes), { objectMode: false }), unzip, () => {}); // errors reach the loop
  try {
    for await (const chunk of unzip as AsyncIterable<Buffer>) {
      sizes.plain += chunk.length;
      if (sizes.plain > RATIO_COUNTS_FROM && sizes.plain > maxRatio * sizes.compressed) throw ratioError(maxRatio);
      yield chunk;
    }
  } catch (error) {
    throw isZlibError(error) ? new UnreadableInputError('gzip') : error;
  }
}

async function* counted(chunks: AsyncIterable<Buffer>, sizes: { compressed: number }): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    sizes.compressed += chunk.length;
    yield chunk;
  }
}

function ratioError(maxRatio: number): UnreadableInputError {
  return new UnreadableInputError('compression-ratio', undefined, {
    es: `más de ${maxRatio} a 1`,
    en: `more than ${maxRatio} to 1`,
  });
}

function isZlibError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('Z_');
}
