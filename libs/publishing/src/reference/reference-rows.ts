import type { EntityManager } from 'typeorm';
import type { ReferenceFact, ReferenceKind, ReferenceSource, ReferenceVersion } from '#reference';

/** Columns of a version, under their names here. */
const COLUMNS = `v.kind, v.key, v.version, v.replaces, v.data, v.valid_from::text AS "validFrom", v.valid_to::text AS "validTo",
       v.source, v.reason, v.actor_kind AS "byKind", v.actor_id AS "byId", v.actor_name AS "byName", v.at`;

/** Holds where the row v is a fact that no later version replaced. */
const STANDS = `v.data IS NOT NULL AND NOT EXISTS (SELECT FROM reference_version n
   WHERE n.kind = v.kind AND n.key = v.key AND v.version = ANY (n.replaces))`;

interface Row {
  readonly kind: ReferenceKind;
  readonly key: string;
  readonly version: number;
  readonly replaces: readonly number[];
  readonly data: ReferenceFact['data'] | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly source: ReferenceSource | null;
  readonly reason: string;
  readonly byKind: ReferenceVersion['by']['kind'];
  readonly byId: string;
  readonly byName: string;
  readonly at: Date;
}

/** @param where an SQL condition on `v`, with what may follow it; `$1…` are the values. */
export async function selectVersions(
  manager: EntityManager,
  where: string,
  values: readonly unknown[],
): Promise<readonly ReferenceVersion[]> {
  const rows = (await manager.query(`SELECT ${COLUMNS} FROM reference_version v WHERE ${where}`, [...values])) as Row[];
  return rows.map(versionOf);
}

/** The same of those that stand. */
export async function selectStanding(manager: EntityManager, where: string, values: readonly unknown[]) {
  const found = await selectVersions(manager, `${STANDS} AND ${where}`, values);
  return found as readonly (ReferenceVersion & { readonly fact: ReferenceFact })[];
}

function versionOf({ data, validFrom, validTo, source, byKind, byId, byName, ...rest }: Row): ReferenceVersion {
  const fact = data && source ? { data, validFrom, validTo, source } : null;
  return { ...rest, fact, by: { kind: byKind, id: byId, name: byName } };
}
