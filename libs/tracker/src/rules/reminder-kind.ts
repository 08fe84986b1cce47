import type { ReportingPeriod } from './reporting-calendar.js';

/** Why somebody is reminded of a report: its time ends soon, ends today, or is over. */
export type ReminderKind = 'soon' | 'today' | 'overdue';

/** Days before the end of a report's time from which its reminder goes out. */
const SOON_DAYS = 5;
const DAY = 86_400_000;

/** @param today ISO day. @returns undefined while there is time enough */
export function reminderKind({ due }: Pick<ReportingPeriod, 'due'>, today: string): ReminderKind | undefined {
  if (today > due) return 'overdue';
  if (today === due) return 'today';
  return Date.parse(due) - Date.parse(today) <= SOON_DAYS * DAY ? 'soon' : undefined;
}
