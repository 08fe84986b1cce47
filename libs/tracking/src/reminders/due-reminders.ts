import type { DataSource } from 'typeorm';
import { POLICY } from '#access';
import { type DueReport, dueReports, type ReminderKind, reminderKind, type ReportingPeriod } from '#tracker';
import { implementersOf } from '../implementers-of.js';
import { listPlans } from '../list-plans.js';
import { readTracker } from '../read-tracker.js';

/** Who is to be reminded of what, and why; `sent` where they were already, for this period and kind. */
export interface DueReminder {
  readonly plan: string;
  readonly period: ReportingPeriod;
  readonly kind: ReminderKind;
  readonly account: { readonly id: string; readonly name: string; readonly email: string };
  /** For which they report. */
  readonly organisation: string;
  readonly milestones: readonly { readonly id: string; readonly title: string }[];
  readonly sent: boolean;
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
}

const PEOPLE = `
SELECT a.id, a.name, a.email, m.organisation_id AS organisation
  FROM account a JOIN membership m ON m.account_id = a.id
 WHERE a.disabled_at IS NULL AND m.role = ANY ($1) AND m.organisation_id = ANY ($2)
 ORDER BY lower(a.name), a.id, m.organisation_id`;

/**
 * The reminders that are due on an ISO day in Jalisco, of every plan: to each active account of those who implement,
 * once, of all the reports that they owe of a period.
 */
export async function dueReminders(dataSource: DataSource, today: string): Promise<readonly DueReminder[]> {
  const found: DueReminder[] = [];
  for (const { id } of await listPlans(dataSource)) found.push(...(await remindersOf(dataSource, id, today)));
  return found;
}

async function remindersOf(dataSource: DataSource, plan: string, today: string): Promise<readonly DueReminder[]> {
  const view = await readTracker(dataSource, plan);
  const due = view ? dueReports(view, today) : [];
  const period = due[0]?.period;
  const kind = period && reminderKind(period, today);
  if (!view || !period || !kind) return [];
  const owing = due.map((one) => ({ ...one, by: implementersOf(view, one.milestone.commitment) }));
  const people = (await dataSource.query(PEOPLE, [
    POLICY['tracker:report'].roles,
    owing.flatMap(({ by }) => by),
  ])) as Person[];
  const reminded = await alreadyReminded(dataSource, plan, period.id, kind);
  return [...new Set(people.map((one) => one.id))].map((id) => {
    const held = people.filter((one) => one.id === id);
    const [{ name, email, organisation }] = held as [Person];
    const milestones = owedBy(owing, held);
    return { plan, period, kind, account: { id, name, email }, organisation, milestones, sent: reminded.has(id) };
  });
}

function owedBy(owing: readonly (DueReport & { readonly by: readonly string[] })[], held: readonly Person[]) {
  return owing
    .filter(({ by }) => held.some(({ organisation }) => by.includes(organisation)))
    .map(({ milestone: { id, title } }) => ({ id, title }));
}

async function alreadyReminded(dataSource: DataSource, plan: string, period: string, kind: ReminderKind) {
  const rows = (await dataSource.query(
    'SELECT account_id AS id FROM reminder WHERE plan_id = $1 AND period = $2 AND kind = $3',
    [plan, period, kind],
  )) as { id: string }[];
  return new Set(rows.map(({ id }) => id));
}
