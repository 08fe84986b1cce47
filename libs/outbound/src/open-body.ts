import type { IncomingMessage } from 'node:http';
import { type Duplex, pipeline, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { OutboundError } from './outbound-error.js';
import { tooLarge } from './too-large.js';
import type { Watch } from './watch.js';

/**
 * The decoded bytes of an answer, never more than `maxBytes` of them: what is compressed counts as what it becomes.
 *
 * @throws OutboundError while it is read; an aborted watch throws its reason.
 */
export async function* openBody(answer: IncomingMessage, maxBytes: number, watch: Watch): AsyncGenerator<Buffer> {
  let bytes = 0;
  try {
    if (Number(answer.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
    for await (const piece of decode(answer, watch)) {
      bytes += piece.length;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      yield piece;
    }
    if (watch.signal.aborted) throw watch.reason();
  } catch (error) {
    throw watch.reason() ?? (error instanceof OutboundError ? error : broken(error as Error));
  } finally {
    watch.end();
    answer.destroy();
  }
}

function decode(answer: IncomingMessage, watch: Watch): AsyncIterable<Buffer> {
  const encoding = answer.headers['content-encoding']?.trim().toLowerCase() || 'identity';
  if (!/^(identity|gzip|x-gzip)$/.test(encoding)) throw unknownEncoding(encoding);
  const noticed = new Transform({
    transform(piece, _, done) {
      watch.alive();
      done(null, piece);
    },
  });
  const ignore = () => undefined; // the reader of the last stream is told
  if (encoding === 'identity') return pipeline(answer, noticed, ignore) as Duplex;
  return pipeline(answer, noticed, createGunzip(), ignore) as Duplex;
}

function unknownEncoding(encoding: string): OutboundError {
  return new OutboundError(
    'ENCODING_UNKNOWN',
    `La respuesta viene comprimida de un modo que no se pidió: ${encoding.slice(0, 40)}.`,
    'Avisar a quien administra la fuente: se pidió gzip o nada.',
  );
}

function broken(cause: Error): OutboundError {
  return new OutboundError(
    'BODY_BROKEN',
    `La respuesta llegó cortada o dañada: ${cause.message}.`,
    'Suele pasar solo; si dura, avisar a quien administra la fuente.',
    { retryable: true, cause },
  );
}
