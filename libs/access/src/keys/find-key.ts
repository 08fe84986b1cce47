import { timingSafeEqual } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Actor } from '../policy/actor.js';
import type { OrganisationKind } from '../organisations/manage-organisations.js';
import type { Action } from '../policy/policy.js';
import type { Role } from '../policy/roles.js';
import { hashSecret } from '../secret-text.js';

const FORM = /^c7k_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly secretHash: Buffer;
  readonly organisationId: string;
  readonly kind: OrganisationKind;
  readonly scopes: readonly Action[];
  readonly stale: boolean;
}

const FIND = `
SELECT k.id, k.name, secret_hash AS "secretHash", organisation_id AS "organisationId", o.kind, scopes,
       coalesce(last_used_at < now() - interval '1 minute', true) AS stale
  FROM api_key k JOIN organisation o ON o.id = k.organisation_id
 WHERE k.id = $1 AND revoked_at IS NULL AND expires_at > now()`;

/**
 * The actor of an API key: within its scopes, a publisher of its organisation, and what organisations of its kind are;
 * a publisher also implements. None for a key that does not open.
 */
export async function findKey(dataSource: DataSource, key: string): Promise<Actor | undefined> {
  const [, keyId, secret] = FORM.exec(key) ?? [];
  if (!keyId || !secret) return undefined;
  const [row] = (await dataSource.query(FIND, [keyId])) as Row[];
  if (!row || !timingSafeEqual(row.secretHash, hashSecret(secret))) return undefined;
  if (row.stale) await dataSource.query('UPDATE api_key SET last_used_at = now() WHERE id = $1', [keyId]);
  const { id, name, organisationId, scopes } = row;
  return { kind: 'key', id, name, memberships: rolesOf(row).map((role) => ({ role, organisationId })), scopes };
}

/** As `desk_memberships` has it. */
function rolesOf({ kind }: Row): readonly Role[] {
  return ['publisher', kind === 'publisher' ? 'implementer' : kind];
}
