import type { DataSource, EntityManager } from 'typeorm';
import type { StatusEvent } from '#tracker';

const LINES = `
SELECT seq, entity, entity_id AS "entityId", field, "from", "to", actor, actor_role AS "actorRole",
       actor_organisation AS "actorOrganisation",
       to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "recordedAt",
       to_char(effective_on, 'YYYY-MM-DD') AS "effectiveOn", reason, evidence, prev_hash AS "prevHash", hash
  FROM tracker_event WHERE plan_id = $1 AND seq > $2 AND ($3::date IS NULL OR effective_on <= $3::date)
 ORDER BY seq`;

/**
 * The lines of a plan's log.
 *
 * @param since only those after this one
 * @param asOf only those in force on this ISO day
 */
export async function loadLog(
  { manager }: Pick<DataSource, 'manager'> | { readonly manager: EntityManager },
  planId: string,
  { since = 0, asOf }: { readonly since?: number; readonly asOf?: string | undefined } = {},
): Promise<readonly StatusEvent[]> {
  return (await manager.query(LINES, [planId, since, asOf ?? null])) as StatusEvent[];
}
