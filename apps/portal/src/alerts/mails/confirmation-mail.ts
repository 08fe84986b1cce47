import type { Alert } from '#alerts';
import { type MailMessage, oneLine } from '#mail';
import { fillText } from '../../fill.js';
import { alertWords } from '../alert-words.js';

export interface ConfirmationView {
  readonly to: string;
  readonly site: string;
  readonly alert: Pick<Alert, 'topic' | 'frequency' | 'language'>;
  /** As `describeAlert` says it. */
  readonly what: readonly string[];
  readonly confirmUrl: string;
}

/**
 * The mail that asks whether the address is its owner's. It goes to whoever somebody named, so it repeats nothing of
 * what that somebody wrote: a search is told as such, without its words.
 */
export function confirmationMail({ to, site, alert, what, confirmUrl }: ConfirmationView): MailMessage {
  const { mail, every } = alertWords(alert.language);
  const words = mail.confirmation;
  const told = alert.topic === 'search' ? words.search : oneLine(what[0] ?? '');
  const asked = fillText(words.asked, { site, every: every[alert.frequency] });
  return {
    to,
    subject: fillText(words.subject, { site }),
    text: [asked, `  ${told}`, words.how, confirmUrl, words.else].join('\n\n') + '\n',
  };
}
