import { connect } from 'node:net';

/** An answer as it came over the wire. */
export interface RawReply {
  /** 0 when the connection ended without one. */
  readonly status: number;
  /** Header lines in lower case. */
  readonly headers: string;
  readonly body: string;
  readonly ms: number;
}

const PATIENCE_MS = 60_000;

/**
 * Sends bytes that no well-behaved client would send, and reads until the other side closes.
 * @param bytes one character for each byte; should ask for `connection: close`.
 * @param localAddress another address of this machine to come from.
 */
export function sendRaw(port: number, bytes: string, localAddress = '127.0.0.1'): Promise<RawReply> {
  const begin = performance.now();
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    const socket = connect({ port, host: '127.0.0.1', localAddress });
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error(`No answer to ${bytes.slice(0, 300)}`)));
    socket.on('data', (piece: Buffer) => pieces.push(piece));
    // A server that has refused does not read the rest.
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' || error.code === 'ECONNRESET' ? undefined : reject(error),
    );
    socket.on('close', () => {
      resolve({ ...parse(Buffer.concat(pieces).toString()), ms: performance.now() - begin });
    });
    socket.write(bytes, 'latin1');
  });
}

function parse(text: string): Pick<RawReply, 'status' | 'headers' | 'body'> {
  const end = text.indexOf('\r\n\r\n');
  const headers = (end < 0 ? text : text.slice(0, end)).toLowerCase();
  return { status: Number(/^http\/1\.1 (\d{3})/.exec(headers)?.[1] ?? 0), headers, body: text.slice(end + 4) };
}

/** A request line, headers and body as bytes; nothing is checked or escaped. */
export function rawRequest(method: string, path: string, headers: readonly string[] = [], body = ''): string {
  const given = headers.some((one) => /^host:/i.test(one)) ? [] : ['Host: compras.example'];
  const length = body || method !== 'GET' ? [`Content-Length: ${body.length}`] : [];
  return [`${method} ${path} HTTP/1.1`, ...given, ...headers, ...length, 'Connection: close', '', body].join('\r\n');
}
