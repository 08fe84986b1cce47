import type { EntityManager } from 'typeorm';
import type { AuditActor } from '#access';
import type { ReferenceVersion } from '#reference';

/** @returns false where the entry has a version of that number already. */
export async function insertVersion(
  manager: EntityManager,
  by: AuditActor,
  { kind, key, version, replaces, fact, reason }: Told,
): Promise<boolean> {
  const written = (await manager.query(INSERT, [
    kind,
    key,
    version,
    replaces,
    fact && JSON.stringify(fact.data),
    fact?.validFrom ?? null,
    fact?.validTo ?? null,
    fact && JSON.stringify(fact.source),
    reason,
    by.kind,
    by.id,
    by.name,
  ])) as unknown[];
  return written.length > 0;
}

type Told = Omit<ReferenceVersion, 'kind' | 'by' | 'at'> & { readonly kind: string };

const INSERT = `
INSERT INTO reference_version (kind, key, version, replaces, data, valid_from, valid_to, source, reason,
                               actor_kind, actor_id, actor_name)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
ON CONFLICT (kind, key, version) DO NOTHING RETURNING version`;
