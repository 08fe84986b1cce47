import { timingSafeEqual } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Actor } from '../policy/actor.js';
import type { Action } from '../policy/policy.js';
import { hashSecret } from '../secret-text.js';

const FORM = /^c7k_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly secretHash: Buffer;
  readonly organisationId: string;
  readonly scopes: readonly Action[];
  readonly stale: boolean;
}

const FIND = `
SELECT id, name, secret_hash AS "secretHash", organisation_id AS "organisationId", scopes,
       coalesce(last_used_at < now() - interval '1 minute', true) AS stale
  FROM api_key WHERE id = $1 AND revoked_at IS NULL AND expires_at > now()`;

/** The actor of an API key: a publisher of its organisation, within its scopes. None for a key that does not open. */
export async function findKey(dataSource: DataSource, key: string): Promise<Actor | undefined> {
  const [, keyId, secret] = FORM.exec(key) ?? [];
  if (!keyId || !secret) return undefined;
  const [row] = (await dataSource.query(FIND, [keyId])) as Row[];
  if (!row || !timingSafeEqual(row.secretHash, hashSecret(secret))) return undefined;
  if (row.stale) await dataSource.query('UPDATE api_key SET last_used_at = now() WHERE id = $1', [keyId]);
  const { id, name, organisationId, scopes } = row;
  return { kind: 'key', id, name, memberships: [{ role: 'publisher', organisationId }], scopes };
}
