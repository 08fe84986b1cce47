import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { AccessError } from '../access-error.js';
import { unknownOrganisation } from '../accounts/memberships.js';
import { type AuditActor, recordAudit } from '../audit/record-audit.js';
import { type Action, KEY_SCOPES } from '../policy/policy.js';
import { hashSecret, newSecret } from '../secret-text.js';

/** A key that is to be made. */
export interface NewKey {
  /** What uses it, in words. */
  readonly name: string;
  readonly organisationId: string;
  readonly scopes: readonly Action[];
  readonly days: number;
}

/** A key as an administrator sees it: never its secret. */
export interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly organisationId: string;
  readonly scopes: readonly Action[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

const MOST_DAYS = 731;

/**
 * Makes an API key.
 *
 * @returns its id, and the key itself: this is the only time it can be seen.
 * @throws AccessError NAME_MISSING, SCOPE_UNKNOWN, EXPIRY_INVALID, ORGANISATION_UNKNOWN.
 */
export async function addKey(
  manager: EntityManager,
  by: AuditActor,
  wanted: NewKey,
): Promise<{ id: string; key: string }> {
  checkKey(wanted);
  const { name, organisationId, scopes, days } = wanted;
  const known = (await manager.query('SELECT FROM organisation WHERE id = $1', [organisationId])) as unknown[];
  if (known.length === 0) throw unknownOrganisation(organisationId);
  const id = randomBytes(8).toString('hex');
  const secret = newSecret();
  await manager.query(
    `INSERT INTO api_key (id, secret_hash, name, organisation_id, scopes, created_by, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(days => $7))`,
    [id, hashSecret(secret), name.trim(), organisationId, scopes, `${by.kind}:${by.id}`, days],
  );
  await recordAudit(manager, by, {
    action: 'key:add',
    subject: `key ${id}`,
    organisationId,
    detail: { name, scopes, days },
  });
  return { id, key: `c7k_${id}_${secret}` };
}

/** Makes a key stop working at once. @throws AccessError KEY_UNKNOWN. */
export async function revokeKey(manager: EntityManager, by: AuditActor, id: string): Promise<void> {
  const [rows] = (await manager.query(
    'UPDATE api_key SET revoked_at = coalesce(revoked_at, now()) WHERE id = $1 RETURNING organisation_id AS "organisationId"',
    [id],
  )) as [{ organisationId: string }[], number];
  if (!rows[0]) throw new AccessError('KEY_UNKNOWN', `No hay una llave «${id}»`, 'Las hay en «c7 key list».');
  await recordAudit(manager, by, {
    action: 'key:revoke',
    subject: `key ${id}`,
    organisationId: rows[0].organisationId,
  });
}

/** The keys that the reader may see, newest first. */
export async function listKeys(manager: EntityManager): Promise<readonly KeyRow[]> {
  return (await manager.query(
    `SELECT id, name, organisation_id AS "organisationId", scopes, created_at AS "createdAt", expires_at AS "expiresAt",
            revoked_at AS "revokedAt", last_used_at AS "lastUsedAt" FROM api_key ORDER BY created_at DESC, id`,
  )) as KeyRow[];
}

function checkKey({ name, scopes, days }: NewKey): void {
  if (name.trim() === '' || name.length > 200)
    throw new AccessError('NAME_MISSING', 'Falta decir para qué es la llave', 'Escribirlo, con hasta 200 letras.');
  const unknown = scopes.filter((scope) => !KEY_SCOPES.includes(scope));
  if (unknown.length > 0 || scopes.length === 0)
    throw new AccessError(
      'SCOPE_UNKNOWN',
      unknown.length > 0 ? `Una llave no puede «${unknown.join('», «')}»` : 'Falta decir qué puede la llave',
      `Lo que puede: ${KEY_SCOPES.join(', ')}.`,
    );
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    throw new AccessError(
      'EXPIRY_INVALID',
      'La llave vence en un número entero de días',
      `Indicar de 1 a ${MOST_DAYS}.`,
    );
}
