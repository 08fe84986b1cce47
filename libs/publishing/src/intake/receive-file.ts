import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UploadError } from './upload-error.js';

/** A file that arrived, in a place of its own with a name that nobody can guess. Disposing of it deletes it. */
export interface ReceivedFile extends AsyncDisposable {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface ReceiveLimits {
  readonly maxBytes: number;
  /** Longest pause between two pieces, and longest arrival as a whole; milliseconds. */
  readonly idleMs?: number;
  readonly totalMs?: number;
}

/** Begins the names of folders that this process removes, and a sweep where the process was killed. */
export const RECEIVED_PREFIX = 'c7-upload-';

const IDLE_MS = 30_000;
const TOTAL_MS = 15 * 60_000;
/** Files that one process receives at the same time: bounds what they take of the disk. */
const MOST_AT_ONCE = 16;
let arriving = 0;

/**
 * Receives a file of unknown length and content, piece by piece, to a temporary place; what it is is not looked at.
 *
 * @throws UploadError UPLOAD_TOO_LARGE as soon as it is, UPLOAD_TOO_SLOW, UPLOAD_EMPTY, UPLOAD_CUT, UPLOAD_BUSY
 */
export async function receiveFile(source: Readable, limits: ReceiveLimits): Promise<ReceivedFile> {
  if (arriving >= MOST_AT_ONCE) throw new UploadError('UPLOAD_BUSY');
  arriving++;
  try {
    return await receive(source, limits);
  } finally {
    arriving--;
  }
}

async function receive(source: Readable, limits: ReceiveLimits): Promise<ReceivedFile> {
  const folder = await mkdtemp(join(tmpdir(), RECEIVED_PREFIX));
  const remove = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'file');
  const meter = createMeter(limits.maxBytes);
  const clock = watch(meter.stream, limits);
  try {
    await pipeline(source, meter.stream, createWriteStream(path, { mode: 0o600 }), { signal: clock.signal });
    const { sha256, bytes } = meter.read();
    if (bytes === 0) throw new UploadError('UPLOAD_EMPTY');
    return { path, sha256, bytes, [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    if (clock.signal.aborted) throw new UploadError('UPLOAD_TOO_SLOW');
    throw isCut(error) ? new UploadError('UPLOAD_CUT') : error;
  } finally {
    clock.stop();
  }
}

function createMeter(maxBytes: number) {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = new Transform({
    transform(piece: Buffer, _, done) {
      bytes += piece.length;
      if (bytes > maxBytes) return done(tooLarge(maxBytes));
      hash.update(piece);
      return done(null, piece);
    },
  });
  return { stream, read: () => ({ sha256: hash.digest('hex'), bytes }) };
}

/** @param maxBytes the limit, told in megabytes */
export function tooLarge(maxBytes: number): UploadError {
  return new UploadError('UPLOAD_TOO_LARGE', String(Math.round(maxBytes / 100_000) / 10));
}

function watch(stream: Transform, { idleMs = IDLE_MS, totalMs = TOTAL_MS }: ReceiveLimits) {
  const stop = new AbortController();
  const total = setTimeout(() => stop.abort(), totalMs);
  const idle = setTimeout(() => stop.abort(), idleMs);
  stream.on('data', () => idle.refresh());
  return {
    signal: stop.signal,
    stop: () => {
      clearTimeout(total);
      clearTimeout(idle);
    },
  };
}

/** The sender hung up. */
function isCut(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNABORTED';
}
