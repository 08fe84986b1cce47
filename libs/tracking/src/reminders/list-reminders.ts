import type { EntityManager } from 'typeorm';
import type { ReminderKind } from '#tracker';

/** A reminder of a meta's report, as the desk shows it: to how many people, and how many of their servers took it. */
export interface SentReminder {
  readonly period: string;
  readonly kind: ReminderKind;
  /** ISO day in Jalisco on which it was decided. */
  readonly on: string;
  readonly people: number;
  readonly taken: number;
}

/** The reminders of a meta, the newest first: how many people, not who. @param manager within `asActor` */
export async function listReminders(
  manager: EntityManager,
  plan: string,
  milestone: string,
): Promise<readonly SentReminder[]> {
  return (await manager.query(
    `SELECT period, kind, decided_on::text AS "on", count(*)::int AS people, count(sent_at)::int AS taken FROM reminder
      WHERE plan_id = $1 AND milestones @> ARRAY[$2::text] GROUP BY period, kind, decided_on ORDER BY decided_on DESC, kind`,
    [plan, milestone],
  )) as SentReminder[];
}
