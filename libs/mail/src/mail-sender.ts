import type { Settings } from '#settings';

/** Who sends, by which server, and where the links of a mail lead. */
export interface MailSender {
  readonly smtpUrl: string;
  readonly from: string;
  readonly replyTo: string | undefined;
  /** Stands beside the address. */
  readonly name: string;
  /** Without a final slash. */
  readonly publicUrl: string;
}

/** @returns undefined where the operator set no server: then no mail is sent, asked for or offered. */
export function mailSender({
  mail,
  publicUrl,
  platformName,
}: Pick<Settings, 'mail' | 'publicUrl' | 'platformName'>): MailSender | undefined {
  return mail && publicUrl !== undefined ? { ...mail, name: platformName, publicUrl } : undefined;
}
