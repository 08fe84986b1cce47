import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { AccessError } from '../access-error.js';
import { type AuditActor, recordAudit } from '../audit/record-audit.js';
import type { Membership } from '../policy/actor.js';
import { giveRole } from './memberships.js';

/** Somebody who is to have an account. */
export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly memberships: readonly Membership[];
}

const EMAIL = /^[^\s@<>"']{1,64}@[^\s@<>"']+\.[^\s@<>"'.]{2,}$|^[^\s@<>"']{1,64}@localhost$/;
const UNIQUE_VIOLATION = '23505';

/**
 * Adds an account with its roles. It has no password: `makeLink` makes the link by which its owner chooses one.
 *
 * @returns the account's id.
 * @throws AccessError EMAIL_INVALID, EMAIL_TAKEN, NAME_MISSING, ROLE_NEEDS_ORGANISATION, ORGANISATION_UNKNOWN.
 */
export async function addAccount(manager: EntityManager, by: AuditActor, account: NewAccount): Promise<string> {
  const email = account.email.trim();
  const name = account.name.trim();
  if (!EMAIL.test(email) || email.length > 254)
    throw new AccessError('EMAIL_INVALID', `«${email}» no es un correo`, 'Escribirlo como nombre@dependencia.gob.mx.');
  if (name === '' || name.length > 200)
    throw new AccessError('NAME_MISSING', 'Falta el nombre de la persona', 'Escribirlo, con hasta 200 letras.');
  const id = randomUUID();
  // No RETURNING: an account without roles yet is not seen by every administrator who may add it.
  await manager
    .query('INSERT INTO account (id, email, name, created_by) VALUES ($1, $2, $3, $4)', [
      id,
      email,
      name,
      `${by.kind}:${by.id}`,
    ])
    .catch((error: unknown) => {
      throw isTaken(error) ? taken(email) : error;
    });
  for (const membership of account.memberships) await giveRole(manager, by, id, membership);
  await recordAudit(manager, by, {
    action: 'account:add',
    subject: `account ${id}`,
    organisationId: account.memberships[0]?.organisationId ?? null,
  });
  return id;
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION;
}

function taken(email: string): AccessError {
  return new AccessError(
    'EMAIL_TAKEN',
    `Ya hay una cuenta con el correo «${email}»`,
    'Darle el papel a esa cuenta; si trabaja en otra organización, lo hace quien administra la plataforma.',
  );
}
