import type { EntityManager } from 'typeorm';
import { type AuditActor, recordAudit } from '../audit/record-audit.js';
import { makeLink } from './account-links.js';
import { keepAnAdministrator } from './keep-an-administrator.js';
import { unknownAccount } from './memberships.js';

/** Closes an account: its sessions end and it cannot sign in. @throws AccessError ACCOUNT_UNKNOWN, LAST_ADMINISTRATOR. */
export async function disableAccount(manager: EntityManager, by: AuditActor, id: string): Promise<void> {
  await change(manager, id, 'UPDATE account SET disabled_at = coalesce(disabled_at, now()) WHERE id = $1');
  await keepAnAdministrator(manager);
  await recordAudit(manager, by, { action: 'account:disable', subject: `account ${id}` });
}

/** Opens a closed account again, with the roles it had. @throws AccessError ACCOUNT_UNKNOWN. */
export async function enableAccount(manager: EntityManager, by: AuditActor, id: string): Promise<void> {
  await change(manager, id, 'UPDATE account SET disabled_at = NULL WHERE id = $1');
  await recordAudit(manager, by, { action: 'account:enable', subject: `account ${id}` });
}

/**
 * Makes a link by which an account chooses another password; the present one works until then.
 *
 * @returns the last part of the link's address.
 * @throws AccessError ACCOUNT_UNKNOWN.
 */
export async function resetAccount(manager: EntityManager, by: AuditActor, id: string): Promise<string> {
  const known = (await manager.query('SELECT FROM account WHERE id = $1', [id])) as unknown[];
  if (known.length === 0) throw unknownAccount(id);
  const token = await makeLink(manager, id, 'reset');
  await recordAudit(manager, by, { action: 'account:reset', subject: `account ${id}` });
  return token;
}

async function change(manager: EntityManager, id: string, sql: string): Promise<void> {
  const [, changed] = (await manager.query(sql, [id])) as [unknown, number];
  if (changed === 0) throw unknownAccount(id);
}
