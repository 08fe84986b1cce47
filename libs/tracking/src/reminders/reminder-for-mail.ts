import type { DataSource, EntityManager } from 'typeorm';
import { type DueReport, dueReports, type ReminderKind, readPeriod, type ReportingPeriod } from '#tracker';
import { readTracker } from '../read-tracker.js';

/** Which reminder a mail is: the key of its line. */
export interface ReminderKey {
  readonly plan: string;
  readonly period: string;
  readonly kind: ReminderKind;
  readonly account: string;
}

/** What a reminder says when it goes out. */
export interface ReminderContent {
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
  readonly period: ReportingPeriod;
  /** Still owed. */
  readonly reports: readonly (DueReport & { readonly commitment: string })[];
}

const FIND = `
SELECT a.name, a.email, o.name AS organisation, r.milestones
  FROM reminder r JOIN account a ON a.id = r.account_id JOIN organisation o ON o.id = r.organisation_id
 WHERE r.plan_id = $1 AND r.period = $2 AND r.kind = $3 AND r.account_id = $4 AND a.disabled_at IS NULL`;

/** @returns undefined when the account is no longer active, or everything was reported meanwhile. */
export async function reminderForMail(
  dataSource: DataSource,
  { plan, period, kind, account }: ReminderKey,
  today: string,
): Promise<ReminderContent | undefined> {
  const [row] = (await dataSource.query(FIND, [plan, period, kind, account])) as (Pick<
    ReminderContent,
    'name' | 'email' | 'organisation'
  > & { readonly milestones: readonly string[] })[];
  const view = await readTracker(dataSource, plan);
  if (!row || !view) return undefined;
  const reports = dueReports(view, today)
    .filter((one) => one.period.id === period && row.milestones.includes(one.milestone.id))
    .map((one) => ({ ...one, commitment: numberOf(one.milestone.commitment) }));
  const { name, email, organisation } = row;
  return reports.length === 0 ? undefined : { name, email, organisation, period: readPeriod(period)!, reports };

  function numberOf(id: string): string {
    return String(view!.plan.commitments.find((one) => one.id === id)?.number ?? id);
  }
}

/** Notes that the reader's server took it. */
export async function noteReminded(
  manager: EntityManager,
  { plan, period, kind, account }: ReminderKey,
): Promise<void> {
  await manager.query(
    'UPDATE reminder SET sent_at = now() WHERE plan_id = $1 AND period = $2 AND kind = $3 AND account_id = $4',
    [plan, period, kind, account],
  );
}
