import type { EntityManager } from 'typeorm';
import { AccessError } from '../access-error.js';
import { type AuditActor, recordAudit } from '../audit/record-audit.js';

export const ORGANISATION_KINDS = [
  'publisher',
  'secretariat',
  'implementer',
  'monitor',
  'assessor',
  'counterpart',
] as const;

export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Where roles are held. Every publisher is one, of the same id. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
}

const ID = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Adds an organisation that does not publish. @throws AccessError ORGANISATION_INVALID, ORGANISATION_TAKEN. */
export async function addOrganisation(
  manager: EntityManager,
  by: AuditActor,
  organisation: Organisation,
): Promise<void> {
  checkOrganisation(organisation);
  const { id, name, kind } = organisation;
  const [row] = (await manager.query(
    'INSERT INTO organisation (id, name, kind) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id',
    [id, name.trim(), kind],
  )) as unknown[];
  if (!row)
    throw new AccessError('ORGANISATION_TAKEN', `Ya hay una organización «${id}»`, 'Elegir otro identificador.');
  await recordAudit(manager, by, {
    action: 'organisation:add',
    subject: `organisation ${id}`,
    organisationId: id,
    detail: { name, kind },
  });
}

/** All organisations, by name. */
export async function listOrganisations(manager: EntityManager): Promise<readonly Organisation[]> {
  return (await manager.query('SELECT id, name, kind FROM organisation ORDER BY lower(name), id')) as Organisation[];
}

function checkOrganisation({ id, name, kind }: Organisation): void {
  const problem = !ID.test(id)
    ? 'El identificador lleva minúsculas, cifras y guiones, hasta 63 caracteres'
    : name.trim() === '' || name.length > 300
      ? 'Falta el nombre de la organización'
      : !ORGANISATION_KINDS.includes(kind) && `La clase es una de: ${ORGANISATION_KINDS.join(', ')}`;
  if (problem) throw new AccessError('ORGANISATION_INVALID', problem, 'Corregirlo y volver a intentar.');
}
