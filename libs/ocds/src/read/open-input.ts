import { gunzip } from './gunzip.js';
import { HEAD_BYTES, identifyContent, type Content } from './identify-content.js';
import type { ReadLimits } from './read-options.js';
import { UnreadableInputError } from './unreadable-input-error.js';

/** An input made ready: plain bytes that begin, as far as can be told, like JSON. */
export interface OpenedInput {
  readonly chunks: AsyncIterable<Buffer>;
  /** Offset of the first byte of `chunks`: 3 after a byte order mark. */
  readonly offset: number;
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Decompresses gzip, skips a UTF-8 byte order mark and refuses what is not JSON text by its first bytes.
 *
 * @throws UnreadableInputError with the code of what the input is instead
 */
export async function openInput(source: AsyncIterable<Uint8Array>, limits: ReadLimits): Promise<OpenedInput> {
  const found = await openPlain(asBuffers(source));
  if (found.content !== 'gzip') return accept(found, limits);
  return accept(await openPlain(gunzip(found.chunks, limits)), limits);
}

interface PlainInput extends OpenedInput {
  readonly content: Content;
  readonly close: () => Promise<unknown>;
}

async function accept({ content, chunks, offset, close }: PlainInput, { maxBytes }: ReadLimits): Promise<OpenedInput> {
  if (content === 'json') return { offset, chunks: limited(chunks, offset, maxBytes) };
  await close();
  throw new UnreadableInputError(content === 'gzip' ? 'archive' : content);
}

async function openPlain(source: AsyncGenerator<Buffer>): Promise<PlainInput> {
  const head = await readHead(source);
  const offset = head.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
  const content = head.length === offset ? 'empty' : identifyContent(head.subarray(offset, HEAD_BYTES));
  return { content, offset, chunks: rejoin(head.subarray(offset), source), close: () => source.return(undefined) };
}

/** At least {@link HEAD_BYTES}, or all there is. */
async function readHead(source: AsyncGenerator<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for (let length = 0; length < HEAD_BYTES;) {
    const { done, value } = await source.next();
    if (done) break;
    length += value.length;
    chunks.push(length < HEAD_BYTES ? Buffer.from(value) : value); // what is read past may be overwritten
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

async function* rejoin(head: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield head;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

async function* limited(chunks: AsyncIterable<Buffer>, offset: number, maxBytes: number): AsyncGenerator<Buffer> {
  let room = maxBytes - offset;
  for await (const chunk of chunks) {
    yield chunk.subarray(0, Math.max(room, 0));
    room -= chunk.length;
    if (room < 0) throw tooLarge(maxBytes);
  }
}

function tooLarge(maxBytes: number): UnreadableInputError {
  const size = `${maxBytes} bytes`;
  return new UnreadableInputError('too-large', { offset: maxBytes }, { es: `más de ${size}`, en: `more than ${size}` });
}

async function* asBuffers(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const { buffer, byteOffset, byteLength } of source) {
    if (byteLength > 0) yield Buffer.from(buffer, byteOffset, byteLength);
  }
}
