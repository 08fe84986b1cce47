import type { EntityManager } from 'typeorm';
import { homeOf } from '../audit/home-of.js';
import { type AuditActor, recordAudit } from '../audit/record-audit.js';
import { makeLink } from './account-links.js';
import { administersPlatform, keepAnAdministrator } from './keep-an-administrator.js';
import { unknownAccount } from './memberships.js';

/** Closes an account: its sessions end and it cannot sign in. @throws AccessError ACCOUNT_UNKNOWN, LAST_ADMINISTRATOR. */
export async function disableAccount(manager: EntityManager, by: AuditActor, id: string): Promise<void> {
  await change(manager, id, 'UPDATE account SET disabled_at = coalesce(disabled_at, now()) WHERE id = $1');
  if (await administersPlatform(manager, id)) await keepAnAdministrator(manager);
  await note(manager, by, 'account:disable', id);
}

/** Opens a closed account again, with the roles it had. @throws AccessError ACCOUNT_UNKNOWN. */
export async function enableAccount(manager: EntityManager, by: AuditActor, id: string): Promise<void> {
  await change(manager, id, 'UPDATE account SET disabled_at = NULL WHERE id = $1');
  await note(manager, by, 'account:enable', id);
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
  await note(manager, by, 'account:reset', id);
  return token;
}

async function change(manager: EntityManager, id: string, sql: string): Promise<void> {
  const [, changed] = (await manager.query(sql, [id])) as [unknown, number];
  if (changed === 0) throw unknownAccount(id);
}

async function note(manager: EntityManager, by: AuditActor, action: string, id: string): Promise<void> {
  await recordAudit(manager, by, { action, subject: `account ${id}`, organisationId: await homeOf(manager, id) });
}
