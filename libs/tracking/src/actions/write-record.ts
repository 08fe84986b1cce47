import { type PlanRecord, PLATFORM_SOURCE, type Recorded, type RecordKind, type StatusChange } from '#tracker';
import { contentHash } from '../store/content-hash.js';
import { planOf } from '../store/fold-view.js';
import { loadRecords } from '../store/load-rows.js';
import type { Work } from './perform.js';

/** After everything that seeds tell. */
const AFTER_SEEDS = 1_000_000;

interface Latest {
  readonly version: number;
  readonly position: number;
  readonly body: Recorded;
  readonly withdrawn: boolean;
}

const LATEST = `
SELECT version, position, body, withdrawn FROM tracker_record WHERE plan_id = $1 AND kind = $2 AND id = $3
 ORDER BY version DESC LIMIT 1`;

/** Everything recorded of the plan, as this transaction sees it. */
export async function recordedPlan({ manager, planId }: Work): Promise<PlanRecord> {
  return planOf(await loadRecords(manager, planId));
}

/**
 * Writes a version of something recorded.
 *
 * @param reason of a version that is not the first
 * @returns the line that binds it to the log, to be appended
 */
export async function writeRecord(
  { manager, planId, actor, on }: Work,
  kind: RecordKind,
  body: Recorded,
  { reason, withdrawn = false }: { readonly reason?: string | undefined; readonly withdrawn?: boolean } = {},
): Promise<StatusChange> {
  const [latest] = (await manager.query(LATEST, [planId, kind, body.id])) as Latest[];
  const version = (latest?.version ?? 0) + 1;
  const position = latest?.position ?? (await nextPosition());
  await manager.query(
    `INSERT INTO tracker_record
       (plan_id, kind, id, version, position, body, origin, recorded_by, effective_on, withdrawn, reason)
     VALUES ($1, $2, $3, $4, $5, $6, 'desk', $7, $8, $9, $10)`,
    [planId, kind, body.id, version, position, JSON.stringify(body), actor.id, on, withdrawn, reason ?? null],
  );
  const from = latest && !latest.withdrawn ? contentHash(latest.body) : null;
  const to = withdrawn ? null : contentHash(body);
  return { entity: kind, entityId: body.id, field: 'content', from, to, ...(reason !== undefined && { reason }) };

  async function nextPosition(): Promise<number> {
    const [last] = (await manager.query(
      'SELECT greatest(max(position), $3)::int AS position FROM tracker_record WHERE plan_id = $1 AND kind = $2',
      [planId, kind, AFTER_SEEDS],
    )) as { position: number }[];
    return last!.position + 1;
  }
}

/** Where something that people record here comes from. */
export function recordedHere(on: string): Pick<Recorded, 'from' | 'fieldFrom' | 'nulls'> {
  const from = { source: PLATFORM_SOURCE, kind: 'textual', note: `registrado el ${on}` } as const;
  return { from, fieldFrom: {}, nulls: {} };
}
