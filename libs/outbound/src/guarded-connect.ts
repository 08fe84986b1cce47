import { connect, type Socket } from 'node:net';
import { OutboundError } from './outbound-error.js';
import type { OutboundGuard } from './outbound-guard.js';

/**
 * A TCP connection to a server of the outside, guarded as a request is.
 *
 * @param connectMs how long the connection may take.
 * @throws OutboundError.
 */
export async function guardedConnect(
  guard: OutboundGuard,
  host: string,
  port: number,
  connectMs: number,
): Promise<Socket> {
  guard.checkLiteral(host);
  const socket = connect({ host, port, lookup: guard.lookup, keepAlive: true });
  const timer = setTimeout(() => socket.destroy(failed(host, port, 'tardó demasiado')), connectMs);
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve).once('error', reject);
    });
    return socket;
  } catch (error) {
    socket.destroy();
    throw error instanceof OutboundError ? error : failed(host, port, (error as Error).message);
  } finally {
    clearTimeout(timer);
  }
}

function failed(host: string, port: number, reason: string): OutboundError {
  return new OutboundError(
    'CONNECTION_FAILED',
    `No hay conexión con ${host}:${port}: ${reason}.`,
    'Suele pasar solo; si dura, avisar a quien administra la fuente.',
    { retryable: true },
  );
}
