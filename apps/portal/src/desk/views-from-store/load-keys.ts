import type { EntityManager } from 'typeorm';
import { listKeys, listOrganisations } from '#access';
import type { KeyLine } from '../views/administration.view.js';

/** The API keys that the reader may see, with how each stands now. */
export async function loadKeys(manager: EntityManager): Promise<readonly KeyLine[]> {
  const names = new Map((await listOrganisations(manager)).map(({ id, name }) => [id, name]));
  const [{ now }] = (await manager.query('SELECT now()')) as [{ now: Date }];
  return (await listKeys(manager)).map(
    ({ id, name, organisationId, scopes, createdAt, expiresAt, revokedAt, lastUsedAt }) => ({
      id,
      name,
      organisation: names.get(organisationId) ?? organisationId,
      scopes,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString(),
      state: revokedAt !== null ? 'revoked' : expiresAt <= now ? 'expired' : 'active',
    }),
  );
}
