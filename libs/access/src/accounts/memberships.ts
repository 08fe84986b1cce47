import type { EntityManager } from 'typeorm';
import { AccessError } from '../access-error.js';
import { type AuditActor, recordAudit } from '../audit/record-audit.js';
import type { Membership } from '../policy/actor.js';
import { PLATFORM_ROLES, ROLES } from '../policy/roles.js';
import { keepAnAdministrator } from './keep-an-administrator.js';

const FOREIGN_KEY_VIOLATION = '23503';

/**
 * Gives an account a role; its sessions end, and it signs in anew with what it now may. The same role again is no error.
 *
 * @throws AccessError ROLE_UNKNOWN, ROLE_NEEDS_ORGANISATION, ORGANISATION_UNKNOWN, ACCOUNT_UNKNOWN.
 */
export async function giveRole(
  manager: EntityManager,
  by: AuditActor,
  accountId: string,
  given: Membership,
): Promise<void> {
  checkMembership(given);
  const { role, organisationId } = given;
  const known = `SELECT EXISTS (SELECT FROM organisation WHERE id = $1) AS known`;
  const [{ known: exists }] = (await manager.query(known, [organisationId])) as [{ known: boolean }];
  if (organisationId !== null && !exists) throw unknownOrganisation(organisationId);
  await manager
    .query('INSERT INTO membership (account_id, role, organisation_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      accountId,
      role,
      organisationId,
    ])
    .catch((error: unknown) => {
      throw isUnknown(error) ? unknownAccount(accountId) : error;
    });
  await recordAudit(manager, by, {
    action: 'role:give',
    subject: `account ${accountId}`,
    organisationId,
    detail: { role },
  });
}

/** Takes a role away; the account's sessions end. @throws AccessError ACCOUNT_UNKNOWN, LAST_ADMINISTRATOR. */
export async function takeRole(
  manager: EntityManager,
  by: AuditActor,
  accountId: string,
  taken: Membership,
): Promise<void> {
  const { role, organisationId } = taken;
  const [, removed] = (await manager.query(
    'DELETE FROM membership WHERE account_id = $1 AND role = $2 AND organisation_id IS NOT DISTINCT FROM $3',
    [accountId, role, organisationId],
  )) as [unknown, number];
  if (removed === 0) throw unknownAccount(accountId);
  if (role === 'administrator' && organisationId === null) await keepAnAdministrator(manager);
  await recordAudit(manager, by, {
    action: 'role:take',
    subject: `account ${accountId}`,
    organisationId,
    detail: { role },
  });
}

/** @throws AccessError ROLE_UNKNOWN, ROLE_NEEDS_ORGANISATION. */
export function checkMembership({ role, organisationId }: Membership): void {
  if (!ROLES.includes(role))
    throw new AccessError('ROLE_UNKNOWN', `No hay un papel «${String(role)}»`, `Los que hay: ${ROLES.join(', ')}.`);
  if (organisationId === null && !PLATFORM_ROLES.includes(role))
    throw new AccessError(
      'ROLE_NEEDS_ORGANISATION',
      `El papel «${role}» se tiene en una organización`,
      'Indicar en cuál.',
    );
}

export function unknownAccount(id: string): AccessError {
  return new AccessError('ACCOUNT_UNKNOWN', `No hay una cuenta «${id}»`, 'Las hay en «c7 user list».');
}

export function unknownOrganisation(id: string): AccessError {
  return new AccessError(
    'ORGANISATION_UNKNOWN',
    `No hay una organización «${id}»`,
    'Las hay en «c7 organisation list».',
  );
}

function isUnknown(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === FOREIGN_KEY_VIOLATION;
}
