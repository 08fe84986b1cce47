import type { Composer } from '#mail';
import type { Platform } from '#publishing';
import type { ReminderKind } from '#tracker';
import { localDay, noteReminded, reminderForMail } from '#tracking';
import { reminderMail } from './reminder-mail.js';

/** How the mail of a reminder is written from the store: of what is still owed when it goes out. */
export function reminderComposer(
  { dataSource }: Pick<Platform, 'dataSource'>,
  now: () => Date = () => new Date(),
): Composer {
  return async ({ accountId, detail }, { name: site, publicUrl: origin }) => {
    const [plan, period] = [String(detail['plan']), String(detail['period'])];
    const key = { plan, period, kind: detail['kind'] as ReminderKind, account: accountId! };
    const today = localDay(now());
    const content = await reminderForMail(dataSource, key, today);
    if (!content) return undefined;
    const message = reminderMail({ ...content, plan, site, origin, today });
    return { ...message, whenSent: (manager) => noteReminded(manager, key) };
  };
}
