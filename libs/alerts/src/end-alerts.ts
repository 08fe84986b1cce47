import type { DataSource, EntityManager } from 'typeorm';
import { type Alert, ALERT_COLUMNS } from './alert.js';
import { isSigned } from './signed-link.js';

/** A reader's alerts, the newest first, by a signed link; undefined when the link is not ours. */
export async function listAlerts(
  dataSource: DataSource,
  subscriberId: string,
  signature: string,
): Promise<readonly Alert[] | undefined> {
  if (!(await isSigned(dataSource, 'list', subscriberId, signature))) return undefined;
  return (await dataSource.query(
    `SELECT ${ALERT_COLUMNS} FROM alert a WHERE a.subscriber_id = $1 AND a.confirmed_at IS NOT NULL
      ORDER BY a.confirmed_at DESC, a.id`,
    [subscriberId],
  )) as Alert[];
}

/** The alert that a signed link ends; undefined when the link is not ours, null when the alert is gone already. */
export async function findAlert(
  dataSource: DataSource,
  id: string,
  signature: string,
): Promise<Alert | null | undefined> {
  if (!(await isSigned(dataSource, 'end', id, signature))) return undefined;
  const [alert] = (await dataSource.query(`SELECT ${ALERT_COLUMNS} FROM alert a WHERE a.id = $1`, [id])) as Alert[];
  return alert ?? null;
}

/** Ends one alert of a reader; with the last one, their address goes. One that is gone already is no error. */
export function endAlert(
  dataSource: DataSource,
  { id, subscriberId }: Pick<Alert, 'id' | 'subscriberId'>,
): Promise<void> {
  return removing(dataSource, subscriberId, (manager) =>
    manager.query('DELETE FROM alert WHERE id = $1 AND subscriber_id = $2', [id, subscriberId]),
  );
}

/** Ends all alerts of a reader, and forgets the address. */
export function endAllAlerts(dataSource: DataSource, subscriberId: string): Promise<void> {
  return removing(dataSource, subscriberId, (manager) =>
    manager.query('DELETE FROM alert WHERE subscriber_id = $1', [subscriberId]),
  );
}

/** Whoever asks for an alert with the same address meanwhile waits, and brings the address anew. */
function removing(
  dataSource: DataSource,
  subscriberId: string,
  remove: (manager: EntityManager) => Promise<unknown>,
): Promise<void> {
  return dataSource.transaction(async (manager) => {
    await manager.query('SELECT FROM subscriber WHERE id = $1 FOR UPDATE', [subscriberId]);
    await remove(manager);
    await manager.query(
      'DELETE FROM subscriber s WHERE id = $1 AND NOT EXISTS (SELECT FROM alert a WHERE a.subscriber_id = s.id)',
      [subscriberId],
    );
  });
}
