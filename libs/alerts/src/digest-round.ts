import type { EntityManager } from 'typeorm';
import { askForMail } from '#mail';
import { changedProcesses, changePosition, type ProcessFilters } from '#search';
import type { Frequency } from './alert.js';
import { periodOf } from './digest-period.js';
import type { AlertDependencies } from './request-alert.js';

interface DueAlert {
  readonly frequency: Frequency;
  readonly filters: ProcessFilters;
  readonly position: string;
}

const DUE = `
 confirmed_at IS NOT NULL AND period < CASE frequency WHEN 'daily' THEN $1::date ELSE $2::date END`;

/**
 * Looks, alert by alert, what is new since it last looked, and asks for a digest where anything is. One transaction
 * moves the alert to the period and to the position up to which it looked, and asks for the mail: an alert has one
 * digest a period, and no change falls between two, whoever else is at it and wherever it is cut off.
 *
 * @param onError told of an alert that could not be looked at; the others go on.
 * @returns how many digests were asked for.
 */
export async function digestRound(
  dependencies: AlertDependencies,
  now: Date,
  onError: (error: Error) => void,
): Promise<number> {
  const { dataSource } = dependencies;
  const due = (await dataSource.query(`SELECT id FROM alert WHERE ${DUE} ORDER BY id`, startsOf(now))) as {
    id: string;
  }[];
  let asked = 0;
  for (const { id } of due)
    try {
      if (await dataSource.transaction((manager) => look(manager, dependencies, id, now))) asked++;
    } catch (error) {
      onError(error as Error);
    }
  return asked;
}

/** @returns whether a digest was asked for. A locked alert is in the hands of another worker, which does the same. */
async function look(manager: EntityManager, { queues }: AlertDependencies, id: string, now: Date): Promise<boolean> {
  const [alert] = (await manager.query(
    `SELECT frequency, filters, position FROM alert WHERE ${DUE} AND id = $3 FOR UPDATE SKIP LOCKED`,
    [...startsOf(now), id],
  )) as DueAlert[];
  if (!alert) return false;
  const { filters, frequency, position: after } = alert;
  const period = periodOf(frequency, now);
  const upTo = await changePosition(manager);
  await manager.query('UPDATE alert SET period = $2, position = $3 WHERE id = $1', [id, period, upTo]);
  const { rows } = await changedProcesses(manager, filters, { after, upTo }, 1);
  if (rows.length === 0) return false;
  await askForMail(manager, queues, { kind: 'digest', alertId: id, detail: { period, after, upTo } });
  return true;
}

function startsOf(now: Date): string[] {
  return [periodOf('daily', now), periodOf('weekly', now)];
}
