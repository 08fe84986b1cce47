import type { DataSource } from 'typeorm';
import { changePosition } from '#search';
import { type Alert, ALERT_COLUMNS } from './alert.js';
import { hashConfirmToken } from './confirm-token.js';
import { periodOf } from './digest-period.js';
import { UNCONFIRMED_DAYS } from './sweep-alerts.js';

const FIND = `
SELECT ${ALERT_COLUMNS} FROM alert a
 WHERE a.confirm_hash = $1 AND (a.confirmed_at IS NOT NULL OR a.created_at > now() - make_interval(days => ${UNCONFIRMED_DAYS}))`;

/** The alert that a mailed token is for; undefined when it is unknown or too old. Looking confirms nothing. */
export async function findUnconfirmed(dataSource: DataSource, token: string): Promise<Alert | undefined> {
  const hash = hashConfirmToken(token);
  if (!hash) return undefined;
  const [alert] = (await dataSource.query(FIND, [hash])) as Alert[];
  return alert;
}

/**
 * Begins an alert: it tells what is published from now on, first in the next period. An earlier one of the same reader
 * for the same thing gives way to it. Confirmed again, nothing changes.
 *
 * @returns undefined when the token is unknown or too old.
 */
export async function confirmAlert(dataSource: DataSource, token: string, now: Date): Promise<Alert | undefined> {
  const found = await findUnconfirmed(dataSource, token);
  if (!found || found.confirmedAt) return found;
  const { id, subscriberId, frequency } = found;
  await dataSource.transaction(async (manager) => {
    await manager.query('SELECT FROM subscriber WHERE id = $1 FOR UPDATE', [subscriberId]);
    const [, begun] = (await manager.query(
      'UPDATE alert SET confirmed_at = $2, position = $3, period = $4 WHERE id = $1 AND confirmed_at IS NULL',
      [id, now, await changePosition(manager), periodOf(frequency, now)],
    )) as [unknown, number];
    if (begun === 0) return;
    await manager.query(
      `DELETE FROM alert old USING alert new WHERE new.id = $1 AND old.id <> new.id AND old.confirmed_at IS NOT NULL
          AND old.subscriber_id = new.subscriber_id AND old.topic = new.topic AND old.filters = new.filters`,
      [id],
    );
  });
  return { ...found, confirmedAt: now };
}
