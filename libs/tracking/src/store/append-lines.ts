import type { EntityManager } from 'typeorm';
import { type Actor, chainEvents, EMPTY_LOG, type LogHead, type StatusChange, type StatusEvent } from '#tracker';

/** Who changes what, and when. */
export interface Writing {
  readonly planId: string;
  readonly actor: Actor;
  readonly now: Date;
  /** ISO day from which it holds. */
  readonly on: string;
}

/** The end of a plan's log; whoever holds the lock of its row is the only one to add lines. */
export async function headOf(manager: EntityManager, planId: string): Promise<LogHead> {
  const [head] = (await manager.query('SELECT seq, hash FROM tracker_head WHERE plan_id = $1', [planId])) as LogHead[];
  return head ?? EMPTY_LOG;
}

/** Adds lines to a plan's log, chained to its end. */
export async function appendLines(
  manager: EntityManager,
  { planId, actor, now, on }: Writing,
  changes: readonly StatusChange[],
): Promise<readonly StatusEvent[]> {
  const head = await headOf(manager, planId);
  const lines = chainEvents(head, changes, { actor, recordedAt: now.toISOString(), effectiveOn: on });
  for (const line of lines) await manager.query(ADD, [planId, ...valuesOf(line)]);
  return lines;
}

const ADD = `
INSERT INTO tracker_event (plan_id, seq, entity, entity_id, field, "from", "to", actor, actor_role, actor_organisation,
                           recorded_at, effective_on, reason, evidence, prev_hash, hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`;

function valuesOf(line: StatusEvent): readonly unknown[] {
  const { seq, entity, entityId, field, from, to, actor, actorRole, actorOrganisation } = line;
  const { recordedAt, effectiveOn, reason, evidence, prevHash, hash } = line;
  const what = [seq, entity, entityId, field, from, to, actor, actorRole, actorOrganisation];
  return [...what, recordedAt, effectiveOn, reason, evidence, prevHash, hash];
}
