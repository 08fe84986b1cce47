import type { DataSource, EntityManager } from 'typeorm';
import { AccessError } from '../access-error.js';
import { homeOf } from '../audit/home-of.js';
import { recordAudit } from '../audit/record-audit.js';
import { hashSecret, isSecret, newSecret } from '../secret-text.js';
import { openSession } from '../sessions/open-session.js';
import { hashPassword } from './hash-password.js';
import { refuseWeakPassword } from './set-password.js';

export type LinkPurpose = 'invitation' | 'reset';

const DAYS: Readonly<Record<LinkPurpose, number>> = { invitation: 7, reset: 1 };

/** The account that a link is for. */
export interface LinkedAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly purpose: LinkPurpose;
}

/**
 * Makes the one link by which an account may choose a password; earlier ones stop working.
 *
 * @returns the last part of the link's address; only its hash is stored.
 */
export async function makeLink(manager: EntityManager, accountId: string, purpose: LinkPurpose): Promise<string> {
  const token = newSecret();
  await manager.query('DELETE FROM account_link WHERE account_id = $1', [accountId]);
  await manager.query(
    `INSERT INTO account_link (hash, account_id, purpose, expires_at)
     VALUES ($1, $2, $3, now() + make_interval(days => $4))`,
    [hashSecret(token), accountId, purpose, DAYS[purpose]],
  );
  return token;
}

const FIND = `
SELECT a.id, a.name, a.email, l.purpose FROM account_link l JOIN account a ON a.id = l.account_id
 WHERE l.hash = $1 AND l.expires_at > now() AND a.disabled_at IS NULL`;

/** Whose link it is; nobody's when it was used, replaced, or is too old. Looking does not use it. */
export async function findLink(dataSource: DataSource, token: string): Promise<LinkedAccount | undefined> {
  if (!isSecret(token)) return undefined;
  const [account] = (await dataSource.query(FIND, [hashSecret(token)])) as LinkedAccount[];
  return account;
}

/**
 * Uses a link, once: the account gets the password and a session begins, also while failed attempts have to wait.
 *
 * @returns the token for the session's cookie.
 * @throws AccessError LINK_SPENT, PASSWORD_WEAK, SIGN_IN_BUSY.
 */
export async function useLink(dataSource: DataSource, token: string, password: string): Promise<string> {
  const account = await findLink(dataSource, token);
  if (!account) throw spent();
  await refuseWeakPassword(dataSource.manager, account.id, password);
  const hash = await hashPassword(password);
  return dataSource.transaction(async (manager) => {
    // Two who use it at once: the second waits here, and then finds nothing to remove.
    const [, removed] = (await manager.query('DELETE FROM account_link WHERE hash = $1', [hashSecret(token)])) as [
      unknown,
      number,
    ];
    if (removed === 0) throw spent();
    await manager.query('UPDATE account SET password_hash = $2 WHERE id = $1', [account.id, hash]);
    const { id, name, purpose } = account;
    await recordAudit(
      manager,
      { kind: 'account', id, name },
      {
        action: 'password:set',
        subject: `account ${id}`,
        organisationId: await homeOf(manager, id),
        detail: { purpose },
      },
    );
    return openSession(manager, id);
  });
}

function spent(): AccessError {
  return new AccessError(
    'LINK_SPENT',
    'La liga ya se usó, se sustituyó por otra o venció',
    'Pedir otra a quien administra.',
  );
}
