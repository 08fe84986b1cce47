import type { EntityManager } from 'typeorm';

/** A mail as it is written: one reader, plain text. */
export interface MailMessage {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Beside those that every mail of ours carries. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A mail about to be handed over, with what is true from then on. */
export interface PreparedMail extends MailMessage {
  /** In the transaction that lets it be handed over, which happens once: a token's hash is stored here. */
  readonly whenHanded?: (manager: EntityManager) => Promise<void>;
  /** In the transaction that notes that the server took it. */
  readonly whenSent?: (manager: EntityManager) => Promise<void>;
}

/** RFC 8058: the mailbox ends the alert by itself, without a page. @param url takes a POST from anybody who has it */
export function oneClickHeaders(url: string): Readonly<Record<string, string>> {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
