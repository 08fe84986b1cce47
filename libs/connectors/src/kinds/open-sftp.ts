import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import SftpClient from 'ssh2-sftp-client';
import type { SftpConfig } from '../connector.js';
import { ConnectorError } from '../connector-error.js';
import { guardedConnect, OutboundError, withRetries } from '#outbound';
import type { Run } from '../run/run.js';

const CONNECT_MS = 10_000;
const READY_MS = 20_000;

/** A server that is still there answers within three of these. */
const KEEP_ALIVE_MS = 10_000;
const CLOSE_MS = 1_000;

export interface OpenSftp extends AsyncDisposable {
  readonly client: SftpClient;
  /** Waits for an answer no longer than a download may take, then hangs up. @throws ConnectorError `SFTP_FAILED`. */
  answer<Value>(asked: Promise<Value>): Promise<Value>;
}

/**
 * A session on the server of the connector, whose key must have the fingerprint that is pinned: without it the password
 * is not sent.
 *
 * @throws OutboundError; ConnectorError `SFTP_HOST_KEY`, `SFTP_FAILED` or `SECRET_MISSING`.
 */
export async function openSftp(run: Run<'sftp'>): Promise<OpenSftp> {
  const { config } = run.connector;
  const credentials = credentialsOf(config, run.secret);
  return withRetries(() => connect(run, credentials), run.retries, run.signal);
}

type Credentials = Pick<SftpClient.ConnectOptions, 'password' | 'privateKey' | 'passphrase'>;

function credentialsOf(config: SftpConfig, secret: (name: string) => string): Credentials {
  if (config.passwordEnv !== undefined) return { password: secret(config.passwordEnv) };
  const privateKey = secret(config.keyEnv ?? '').replaceAll('\\n', '\n');
  return { privateKey: `${privateKey}\n`, ...(config.passphraseEnv && { passphrase: secret(config.passphraseEnv) }) };
}

async function connect(run: Run<'sftp'>, credentials: Credentials): Promise<OpenSftp> {
  const { host, port, user, fingerprint } = run.connector.config;
  const sock = await guardedConnect(run.guard, host, port, CONNECT_MS);
  // Whatever is under way fails with the socket.
  const stop = () => sock.destroy();
  run.signal.addEventListener('abort', stop, { once: true });
  const client = new SftpClient('c7', { error: ignore, end: ignore, close: ignore });
  let shown = '';
  const hostVerifier = (key: Buffer) => {
    shown = fingerprintOf(key);
    return shown === fingerprint;
  };
  try {
    await client.connect({
      ...credentials,
      sock,
      username: user,
      hostVerifier,
      readyTimeout: READY_MS,
      keepaliveInterval: KEEP_ALIVE_MS,
    });
  } catch (error) {
    sock.destroy();
    run.signal.removeEventListener('abort', stop);
    if (shown !== '' && shown !== fingerprint) throw otherKey(host, shown);
    return sftpFailed(error as Error);
  }
  return { client, answer, [Symbol.asyncDispose]: close };

  async function answer<Value>(asked: Promise<Value>): Promise<Value> {
    const timer = setTimeout(stop, run.timeoutMs);
    return asked.catch(sftpFailed).finally(() => clearTimeout(timer));
  }

  async function close(): Promise<void> {
    run.signal.removeEventListener('abort', stop);
    // A server that does not hang up is hung up on.
    await Promise.race([client.end().catch(ignore), pause(CLOSE_MS, undefined, { ref: false })]);
    sock.destroy();
  }
}

/** As OpenSSH prints it. */
export function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

/** @throws ConnectorError `SFTP_FAILED`; what is named already goes on as it is. */
export function sftpFailed(error: Error): never {
  if (error instanceof OutboundError || error instanceof ConnectorError) throw error;
  throw new ConnectorError(
    'SFTP_FAILED',
    `El servidor SFTP no dio lo pedido: ${error.message}.`,
    'Revisar usuario, credencial, ruta y permisos; si dura, avisar a quien administra el servidor.',
    error,
  );
}

function otherKey(host: string, shown: string): ConnectorError {
  return new ConnectorError(
    'SFTP_HOST_KEY',
    `La llave de ${host} no es la registrada: mostró ${shown}.`,
    'Confirmar por otra vía con quien lo administra; si la cambió, dar de alta el conector con la nueva huella.',
  );
}

function ignore(): void {
  // Errors come back by the promise of the call that met them.
}
