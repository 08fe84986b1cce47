import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailMessage } from './mail-message.js';
import { isMailAddress } from './mail-address.js';
import type { MailSender } from './mail-sender.js';
import { oneLine } from './one-line.js';

/** What would let a text of somebody else's become a header or an address. A bug, never bad data. */
export class MailHeaderError extends Error {
  readonly code = 'MAIL_HEADER';
  readonly remedy = 'Check addresses with isMailAddress, and write headers of our own only.';

  constructor(what: string) {
    super(`A mail cannot carry this ${what}.`);
    this.name = 'MailHeaderError';
  }
}

/**
 * The mail as it goes over the wire (RFC 5322). The same id gives the same Message-ID, of our own origin.
 *
 * @throws MailHeaderError for an address that is none, or a header with a line break.
 */
export async function writeMessage(id: string, message: MailMessage, sender: MailSender): Promise<Buffer> {
  const { to, subject, text, headers = {} } = message;
  if (!isMailAddress(to)) throw new MailHeaderError('address');
  if (
    Object.entries(headers)
      .flat()
      .some((part) => !/^[\x20-\x7e]+$/.test(part))
  )
    throw new MailHeaderError('header');
  const composer = new MailComposer({
    from: { name: oneLine(sender.name), address: sender.from },
    ...(sender.replyTo !== undefined && { replyTo: { name: '', address: sender.replyTo } }),
    to: { name: '', address: to },
    subject: oneLine(subject),
    text,
    textEncoding: 'quoted-printable',
    messageId: `<${id}@${new URL(sender.publicUrl).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated', ...headers },
    newline: 'win',
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
