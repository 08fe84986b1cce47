import type { EntityManager } from 'typeorm';

/** One line of the audit trail. */
export interface AuditRow {
  /** Grows with time; the key of the next page. */
  readonly id: string;
  readonly at: Date;
  readonly actorKind: 'account' | 'key' | 'system';
  readonly actorId: string;
  readonly actorName: string;
  readonly organisationId: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

const LIST = `
SELECT id, at, actor_kind AS "actorKind", actor_id AS "actorId", actor_name AS "actorName",
       organisation_id AS "organisationId", action, subject, detail
  FROM audit_event WHERE ($1::bigint IS NULL OR id < $1) AND ($2::text IS NULL OR organisation_id = $2)
 ORDER BY id DESC LIMIT $3`;

/** What was done, newest first, as far as the reader may see it. @param page.before the id of the last line shown. */
export async function listAudit(
  manager: EntityManager,
  page: { readonly before?: string; readonly organisationId?: string; readonly limit: number },
): Promise<readonly AuditRow[]> {
  return (await manager.query(LIST, [page.before ?? null, page.organisationId ?? null, page.limit])) as AuditRow[];
}
