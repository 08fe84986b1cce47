import type { EntityManager } from 'typeorm';
import { AccessError } from '../access-error.js';

/** Any fixed number; one per thing that is locked. */
const ADMINISTRATORS_LOCK = 760_705;

const LEFT = `
SELECT EXISTS (SELECT FROM membership m JOIN account a ON a.id = m.account_id
  WHERE m.role = 'administrator' AND m.organisation_id IS NULL AND a.disabled_at IS NULL) AS left`;

/** Whether it is one of those that `keepAnAdministrator` counts. */
export async function administersPlatform(manager: EntityManager, accountId: string): Promise<boolean> {
  const rows = (await manager.query(
    `SELECT FROM membership WHERE account_id = $1 AND role = 'administrator' AND organisation_id IS NULL`,
    [accountId],
  )) as unknown[];
  return rows.length > 0;
}

/**
 * Called after a role or an account that administers the platform was taken away, in the same transaction: somebody must be left to administer the
 * platform. The lock makes two administrators who remove each other take turns. Who may not take such a one away does not see them either, and would count none.
 *
 * @throws AccessError LAST_ADMINISTRATOR.
 */
export async function keepAnAdministrator(manager: EntityManager): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1)', [ADMINISTRATORS_LOCK]);
  const [{ left }] = (await manager.query(LEFT)) as [{ left: boolean }];
  if (!left)
    throw new AccessError(
      'LAST_ADMINISTRATOR',
      'Es la última cuenta que administra la plataforma',
      'Darle antes ese papel a otra.',
    );
}
