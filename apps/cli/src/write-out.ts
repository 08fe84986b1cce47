import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { clearProgress } from './show-progress.js';

/** Writes text to standard output as fast as it is taken; a reader who has seen enough (`| head`) is no error. */
export async function writeOut(pieces: AsyncIterable<string>): Promise<void> {
  const chunks = Readable.from(inChunks(pieces), { objectMode: true, highWaterMark: 1 });
  try {
    await pipeline(chunks, process.stdout, { end: false });
  } catch (error) {
    if (!isClosedPipe(error)) throw error;
  }
}

/** Characters per write: small releases go out together. */
const CHUNK = 2 ** 16;

async function* inChunks(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = '';
  for await (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    if (process.stdout.isTTY) clearProgress();
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

function isClosedPipe(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EPIPE' || code === 'ERR_STREAM_PREMATURE_CLOSE';
}
