import type { EntityManager } from 'typeorm';

/** Who did something: an actor, or the system itself (the command line, a schedule). */
export interface AuditActor {
  readonly kind: 'account' | 'key' | 'system';
  readonly id: string;
  readonly name: string;
}

/** What was done. */
export interface AuditEntry {
  readonly action: string;
  /** What it was done to: `upload 0194…`, `process ocds-…`. */
  readonly subject: string;
  readonly organisationId?: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly requestId?: string;
}

/** The command line, which runs with the rights of the store's owner. */
export const COMMAND_LINE: AuditActor = { kind: 'system', id: 'c7', name: 'c7' };

const INSERT = `
INSERT INTO audit_event (actor_kind, actor_id, actor_name, organisation_id, action, subject, detail, request_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** Writes down what was done, in the transaction that does it. */
export async function recordAudit(manager: EntityManager, actor: AuditActor, entry: AuditEntry): Promise<void> {
  const { action, subject, organisationId = null, detail = {}, requestId = null } = entry;
  const values = [actor.kind, actor.id, actor.name, organisationId, action, subject, JSON.stringify(detail), requestId];
  await manager.query(INSERT, values);
}
