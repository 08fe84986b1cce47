import type { EntityManager } from 'typeorm';

const HOME = `
SELECT min(organisation_id) AS id FROM membership WHERE account_id = $1
HAVING count(DISTINCT coalesce(organisation_id, '')) = 1`;

/**
 * The organisation whose trail tells what is done to an account: the only one where it has roles. What is done to an
 * account of several, or of the whole platform, is told to who administers the platform.
 */
export async function homeOf(manager: EntityManager, accountId: string): Promise<string | null> {
  const [home] = (await manager.query(HOME, [accountId])) as { id: string | null }[];
  return home?.id ?? null;
}
