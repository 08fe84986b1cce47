import type { DataSource, EntityManager } from 'typeorm';
import { type ChangedProcesses, changedProcesses, type Stretch } from '#search';
import { type Alert, ALERT_COLUMNS } from './alert.js';
import { hashConfirmToken } from './confirm-token.js';

/** An alert, and where its mail goes. */
export type AddressedAlert = Alert & { readonly email: string };

/** For the mail that is about to go out; undefined when the alert is gone. */
export async function addressedAlert(dataSource: DataSource, id: string): Promise<AddressedAlert | undefined> {
  const [alert] = (await dataSource.query(
    `SELECT ${ALERT_COLUMNS}, s.email FROM alert a JOIN subscriber s ON s.id = a.subscriber_id WHERE a.id = $1`,
    [id],
  )) as AddressedAlert[];
  return alert;
}

/** Rows that a digest shows; of the others it says how many there are. */
export const MOST_SHOWN = 25;

/** What a digest tells. */
export function digestContent(dataSource: DataSource, { filters }: Alert, stretch: Stretch): Promise<ChangedProcesses> {
  return changedProcesses(dataSource, filters, stretch, MOST_SHOWN);
}

/** From now on this token confirms the alert, and no earlier one. */
export async function keepConfirmToken(manager: EntityManager, id: string, token: string): Promise<void> {
  await manager.query('UPDATE alert SET confirm_hash = $2 WHERE id = $1', [id, hashConfirmToken(token)]);
}
