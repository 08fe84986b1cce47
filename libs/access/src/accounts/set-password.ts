import type { EntityManager } from 'typeorm';
import { AccessError } from '../access-error.js';
import { hashPassword } from './hash-password.js';
import { namesOf } from './names-of.js';
import { PASSWORD_FAULTS, passwordFault } from './password-fault.js';

/**
 * Gives an account a password. The store then ends its sessions and forgets its links.
 *
 * @throws AccessError PASSWORD_WEAK saying why, SIGN_IN_BUSY.
 */
export async function setPassword(manager: EntityManager, accountId: string, password: string): Promise<void> {
  await refuseWeakPassword(manager, accountId, password);
  await manager.query('UPDATE account SET password_hash = $2 WHERE id = $1', [accountId, await hashPassword(password)]);
}

/** @throws AccessError PASSWORD_WEAK saying why. */
export async function refuseWeakPassword(manager: EntityManager, accountId: string, password: string): Promise<void> {
  const fault = passwordFault(password, await namesOf(manager, accountId));
  if (fault) throw new AccessError('PASSWORD_WEAK', PASSWORD_FAULTS[fault].es, '');
}
