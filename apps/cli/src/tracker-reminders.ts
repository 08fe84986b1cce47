import { mailSender } from '#mail';
import type { Platform } from '#publishing';
import { type DueReminder, dueReminders, localDay, remind } from '#tracking';
import { UsageError } from './usage-error.js';

export interface RemindersOptions {
  /** ISO day in Jalisco; today's where absent. */
  readonly date: string | undefined;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/**
 * Says who is to be reminded of which reports and why, and unless rehearsed asks for the mails. Another day can only be
 * rehearsed: what is sent is true today.
 *
 * @returns the text to print. @throws UsageError
 */
export async function trackerReminders(platform: Platform, options: RemindersOptions): Promise<string> {
  const { date, dryRun, json } = options;
  const day = dayOf(date);
  if (!dryRun) refuseToSend(platform, date);
  const due = await dueReminders(platform.dataSource, day);
  const asked = dryRun ? [] : await remind(platform, day);
  if (json) return `${JSON.stringify({ date: day, dryRun, reminders: due, asked: asked.length })}\n`;
  if (due.length === 0) return `${day}: a nadie toca un recordatorio.\n`;
  return [...due.map((one) => lineOf(one, dryRun)), verdict(due, asked.length, dryRun), ''].join('\n');
}

function dayOf(text: string | undefined): string {
  if (text === undefined) return localDay(new Date());
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
  if (!isDay) throw new UsageError('--date es un día, AAAA-MM-DD.');
  return text;
}

function refuseToSend({ settings }: Platform, date: string | undefined): void {
  if (date !== undefined)
    throw new UsageError('--date solo se ensaya: agregar --dry-run. Lo que se envía es lo de hoy.');
  if (mailSender(settings)) return;
  throw new UsageError(
    'Sin SMTP_URL, MAIL_FROM y PUBLIC_URL no se envía correo. Con --dry-run se ve a quién le tocaría.',
  );
}

const KINDS = { soon: 'por vencer', today: 'vence hoy', overdue: 'vencido' } as const;

function lineOf({ plan, period, kind, account, organisation, milestones, sent }: DueReminder, dryRun: boolean): string {
  const what = milestones.map(({ title }) => `«${title}»`).join(', ');
  const state = sent ? 'ya se pidió' : dryRun ? 'se enviaría' : 'se envía';
  return (
    `${account.name} <${account.email}>: ${state}\n` +
    `  ${plan}, ${period.id}, ${KINDS[kind]} (plazo: ${period.due}). Reporta por ${organisation}: ${what}`
  );
}

function verdict(due: readonly DueReminder[], asked: number, dryRun: boolean): string {
  if (dryRun) return `Ensayo: se enviarían ${due.filter(({ sent }) => !sent).length} de ${due.length}.`;
  return `Se pidieron ${asked} de ${due.length}; los envía «c7 up» o «c7 worker».`;
}
