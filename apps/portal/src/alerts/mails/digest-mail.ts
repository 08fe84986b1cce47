import type { Alert } from '#alerts';
import { type MailMessage, oneClickHeaders, oneLine } from '#mail';
import { type ChangedProcess, type ChangedProcesses, MOST_CHANGED_COUNTED } from '#search';
import { processFacts } from '../../feeds/process-facts.js';
import { fillText, pluralOf } from '../../fill.js';
import { formatCount } from '../../format/number.js';
import { pathIn, processPath } from '../../links.js';
import { localeOf } from '../../locale.js';
import { type AlertWording, alertWords } from '../alert-words.js';

export interface DigestView {
  readonly to: string;
  readonly origin: string;
  readonly alert: Pick<Alert, 'frequency' | 'language'>;
  /** As `describeAlert` says it. */
  readonly what: readonly string[];
  /** The same in a few words. */
  readonly brief: string;
  readonly found: ChangedProcesses;
  /** Whole addresses: of what is followed, and of the two ways out. */
  readonly urls: { readonly target: string; readonly end: string; readonly list: string };
}

/** What is new of an alert since the last time, as plain text. */
export function digestMail(view: DigestView): MailMessage {
  const { to, alert, brief, found, urls } = view;
  const words = alertWords(alert.language).mail.digest;
  return {
    to,
    subject: counted(found, words.subject, words.subjectCapped, { what: brief }),
    text: paragraphs(view, words).join('\n\n') + '\n',
    headers: oneClickHeaders(urls.end),
  };
}

function paragraphs({ origin, alert, what, found, urls }: DigestView, words: AlertWording['mail']['digest']) {
  const { every } = alertWords(alert.language);
  const rest = found.total > found.rows.length;
  return [
    what.map((line) => oneLine(line)).join('\n'),
    counted(found, words.heading, words.headingCapped),
    ...found.rows.map((row, n) => entry(row, n + 1, { origin, alert }, words)),
    `${rest ? words.more : words.all}\n${urls.target}`,
    // The separator that mail programs know: what follows is no part of the message.
    `-- \n${fillText(words.why, { every: every[alert.frequency], origin })}`,
    `${words.end}\n${urls.end}`,
    `${words.list}\n${urls.list}`,
  ];
}

function entry(
  row: ChangedProcess,
  n: number,
  { origin, alert }: Pick<DigestView, 'origin' | 'alert'>,
  words: AlertWording['mail']['digest'],
): string {
  const { title, facts } = processFacts(row, localeOf(alert.language));
  const lines = [
    `${row.isNew ? words.new : words.changed} · ${facts.map((fact) => oneLine(fact)).join(' · ')}`,
    origin + pathIn(alert.language, processPath(row.ocid)),
  ];
  return [`${n}. ${oneLine(title, 300)}`, ...lines.map((line) => `   ${line}`)].join('\n');
}

function counted(
  { total }: ChangedProcesses,
  plural: { readonly one: string; readonly other: string },
  capped: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const words = total >= MOST_CHANGED_COUNTED ? capped : pluralOf(plural, total);
  return fillText(words, { n: formatCount(total), ...more });
}
