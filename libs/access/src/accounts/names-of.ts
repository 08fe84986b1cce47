import type { EntityManager } from 'typeorm';

/** What a password of this account must not contain: its e-mail, and the ids and names of its organisations. */
export async function namesOf(manager: EntityManager, accountId: string): Promise<readonly string[]> {
  const rows = (await manager.query(
    `SELECT email AS name FROM account WHERE id = $1
     UNION SELECT unnest(ARRAY[o.id, o.name]) FROM membership m JOIN organisation o ON o.id = m.organisation_id
      WHERE m.account_id = $1`,
    [accountId],
  )) as { name: string }[];
  return rows.map(({ name }) => name);
}
