import { createHash, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Action } from '#access';

const SCOPES: readonly Action[] = ['batch:read', 'batch:upload', 'batch:cancel'];

/** A key of an organisation, as a client sends it. */
export async function addApiKey(
  dataSource: DataSource,
  organisationId: string,
  scopes: readonly Action[] = SCOPES,
): Promise<string> {
  const id = randomBytes(8).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  await dataSource.query(
    `INSERT INTO api_key (id, secret_hash, name, organisation_id, scopes, created_by, expires_at)
     VALUES ($1, $2, 'Sistema de compras', $3, $4, 'system:test', now() + interval '1 day')`,
    [id, createHash('sha256').update(secret).digest(), organisationId, scopes],
  );
  return `c7k_${id}_${secret}`;
}
