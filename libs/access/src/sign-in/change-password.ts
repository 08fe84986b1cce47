import type { DataSource } from 'typeorm';
import { AccessError } from '../access-error.js';
import { hashPassword, isPassword } from '../accounts/hash-password.js';
import { refuseWeakPassword } from '../accounts/set-password.js';
import { homeOf } from '../audit/home-of.js';
import { recordAudit } from '../audit/record-audit.js';
import type { Actor } from '../policy/actor.js';
import { openSession } from '../sessions/open-session.js';
import { chargeAttempt, forgiveAttempt, subjectsOf } from './throttle.js';

/** What a person who changes the password brings. */
export interface PasswordChange {
  readonly current: string;
  readonly next: string;
  readonly address: string;
}

/**
 * Changes the password of who is signed in. All sessions of the account end, and one begins with a new token. Guessing
 * the current one counts as failing to sign in.
 *
 * @returns the token for the session's cookie.
 * @throws AccessError PASSWORD_WRONG, PASSWORD_WEAK, SIGN_IN_BUSY.
 */
export async function changePassword(dataSource: DataSource, actor: Actor, change: PasswordChange): Promise<string> {
  await refuseWeakPassword(dataSource.manager, actor.id, change.next);
  const subjects = await subjectsOf(dataSource, actor.email!, change.address);
  const blocked = (await chargeAttempt(dataSource, subjects)) !== undefined;
  const [account] = (await dataSource.query('SELECT password_hash AS hash FROM account WHERE id = $1', [actor.id])) as {
    hash: string | null;
  }[];
  if (blocked || !(await isPassword(change.current, account?.hash))) throw wrong(blocked);
  await forgiveAttempt(dataSource, subjects);
  const hash = await hashPassword(change.next);
  return dataSource.transaction(async (manager) => {
    await manager.query('UPDATE account SET password_hash = $2 WHERE id = $1', [actor.id, hash]);
    await recordAudit(manager, actor, {
      action: 'password:set',
      subject: `account ${actor.id}`,
      organisationId: await homeOf(manager, actor.id),
      detail: { purpose: 'change' },
    });
    return openSession(manager, actor.id);
  });
}

function wrong(blocked: boolean): AccessError {
  return blocked
    ? new AccessError('PASSWORD_WRONG', 'Demasiados intentos seguidos', 'Esperar unos minutos y volver a intentar.')
    : new AccessError('PASSWORD_WRONG', 'La contraseña actual no es esa', 'Escribirla de nuevo.');
}
