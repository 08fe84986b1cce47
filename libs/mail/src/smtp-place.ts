import { isIP } from 'node:net';
import type { SMTPConnectionAuth, SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';

export interface SmtpPlace {
  readonly options: SMTPConnectionOptions;
  readonly auth: SMTPConnectionAuth | undefined;
}

const CONNECT_MS = 15_000;
const ANSWER_MS = 60_000;

/**
 * What an SMTP_URL says. A password only goes over an encrypted connection, but to this very machine.
 *
 * @param name how we present ourselves
 */
export function smtpPlace(smtpUrl: string, name: string): SmtpPlace {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replaceAll(/^\[|\]$/g, '');
  const user = decodeURIComponent(url.username);
  const known = user !== '';
  return {
    options: {
      host,
      port: Number(url.port) || (secure ? 465 : 587),
      secure,
      requireTLS: !secure && known && !isOwnMachine(host),
      name,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: ANSWER_MS,
    },
    auth: known ? { user, pass: decodeURIComponent(url.password) } : undefined,
  };
}

function isOwnMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
