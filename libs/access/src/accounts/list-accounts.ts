import type { EntityManager } from 'typeorm';
import type { Membership } from '../policy/actor.js';

/** An account as an administrator sees it. */
export interface AccountRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  readonly memberships: readonly Membership[];
}

const LIST = `
SELECT a.id, a.email, a.name, a.created_at AS "createdAt", a.disabled_at AS "disabledAt",
       coalesce((SELECT jsonb_agg(jsonb_build_object('role', m.role, 'organisationId', m.organisation_id)
                                  ORDER BY m.organisation_id NULLS FIRST, m.role)
                   FROM membership m WHERE m.account_id = a.id), '[]') AS memberships
  FROM account a`;

/** The accounts that the reader may see, by name. */
export async function listAccounts(manager: EntityManager): Promise<readonly AccountRow[]> {
  return (await manager.query(`${LIST} ORDER BY lower(a.name), a.id`)) as AccountRow[];
}

/** The account with an id or an e-mail, if the reader may see it. */
export async function findAccount(manager: EntityManager, idOrEmail: string): Promise<AccountRow | undefined> {
  const rows = await manager.query(`${LIST} WHERE a.id = $1 OR lower(a.email) = lower($1)`, [idOrEmail]);
  return (rows as AccountRow[])[0];
}
