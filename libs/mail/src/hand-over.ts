import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailSender } from './mail-sender.js';
import { smtpPlace } from './smtp-place.js';

/**
 * What became of a mail: the server took it; refuses it for good or for now (its reply code, 0 where there was none);
 * may have taken it; or nobody let us hand it over.
 */
export type HandOver =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused' | 'later'; readonly code: number }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'withheld' };

/**
 * Hands one mail to the server, in a connection of its own.
 *
 * @param mayHandOver asked when the server waits for the first byte: until then it knows nothing of the mail, so that
 *   whoever failed before may try again.
 */
export async function handOver(
  sender: MailSender,
  { to, bytes }: { readonly to: string; readonly bytes: Buffer },
  mayHandOver: () => Promise<boolean>,
): Promise<HandOver> {
  const told: { allowed?: boolean } = {};
  async function* body() {
    told.allowed = await mayHandOver();
    if (!told.allowed) throw new Error('withheld');
    yield bytes;
  }
  const connection = await connect(sender).catch((error: unknown) => later(error));
  if ('kind' in connection) return connection;
  try {
    const envelope = { from: sender.from, to, size: bytes.length };
    await promised((done) => connection.send(envelope, Readable.from(body(), { objectMode: false }), done));
    return { kind: 'taken' };
  } catch (error) {
    const code = codeOf(error);
    // A throw of the database, while asking, leaves it unasked: nothing was handed over.
    if (told.allowed === false) return { kind: 'withheld' };
    if (code >= 500) return { kind: 'refused', code };
    if (code >= 400 || told.allowed === undefined) return { kind: 'later', code };
    return { kind: 'unknown' };
  } finally {
    connection.close();
  }
}

/** Connects, greets and signs in; sends nothing. @throws what the server or the network says */
export async function reachMailServer(sender: MailSender): Promise<void> {
  (await connect(sender)).close();
}

async function connect(sender: MailSender): Promise<SMTPConnection> {
  const { options, auth } = smtpPlace(sender.smtpUrl, new URL(sender.publicUrl).hostname);
  const connection = new SMTPConnection(options);
  try {
    await new Promise<void>((resolve, reject) => {
      connection.on('error', reject);
      connection.connect((error) => (error ? reject(error) : resolve()));
    });
    if (auth) await promised((done) => connection.login(auth, done));
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** A sign-in that is refused is a mistake in the settings: whoever reads the mail is not to blame. */
function later(error: unknown): HandOver {
  return { kind: 'later', code: codeOf(error) };
}

function promised(start: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    start((error) => (error ? reject(error) : resolve()));
  });
}

function codeOf(error: unknown): number {
  const code = typeof error === 'object' && error !== null && 'responseCode' in error ? error.responseCode : undefined;
  return typeof code === 'number' ? code : 0;
}
