import type { DataSource } from 'typeorm';
import { askForMail } from '#mail';
import type { JobWriter } from '#queue';
import { type DueReminder, dueReminders } from './due-reminders.js';

export interface ReminderDependencies {
  readonly dataSource: DataSource;
  readonly queues: JobWriter;
}

/**
 * Asks for the mails of the reminders that are due on an ISO day in Jalisco. The line that says that somebody was
 * reminded and the wish for the mail are one transaction, and there is one line a plan, period, kind and person.
 *
 * @returns those that were asked for.
 */
export async function remind(dependencies: ReminderDependencies, today: string): Promise<readonly DueReminder[]> {
  const asked: DueReminder[] = [];
  for (const one of await dueReminders(dependencies.dataSource, today))
    if (!one.sent && (await ask(dependencies, one, today))) asked.push(one);
  return asked;
}

function ask({ dataSource, queues }: ReminderDependencies, one: DueReminder, today: string): Promise<boolean> {
  const { plan, period, kind, account, organisation, milestones } = one;
  return dataSource.transaction(async (manager) => {
    const added = (await manager.query(
      `INSERT INTO reminder (plan_id, period, kind, account_id, organisation_id, milestones, decided_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING 1`,
      [plan, period.id, kind, account.id, organisation, milestones.map(({ id }) => id), today],
    )) as unknown[];
    if (added.length === 0) return false;
    const detail = { plan, period: period.id, kind };
    await askForMail(manager, queues, { kind: 'reminder', accountId: account.id, detail });
    return true;
  });
}
