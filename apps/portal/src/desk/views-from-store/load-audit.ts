import type { EntityManager } from 'typeorm';
import { contains } from '#database';
import type { AuditLine } from '../views/administration.view.js';

/** What the trail is asked for; days are of Jalisco. */
export interface AuditQuery {
  readonly who?: string | undefined;
  readonly action?: string | undefined;
  readonly organisationId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The last line of the page before. */
  readonly before?: string | undefined;
}

interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly organisation: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

const ROWS = 50;

const LIST = `
SELECT e.id, e.at, e.actor_name AS actor, coalesce(o.name, e.organisation_id) AS organisation, e.action, e.subject, e.detail
  FROM audit_event e LEFT JOIN organisation o ON o.id = e.organisation_id
 WHERE ($1::text IS NULL OR ${contains('lower(e.actor_name)', 'lower($1)')}) AND ($2::text IS NULL OR e.action = $2)
   AND ($3::text IS NULL OR e.organisation_id = $3)
   AND ($4::date IS NULL OR e.at >= $4::date::timestamp AT TIME ZONE 'America/Mexico_City')
   AND ($5::date IS NULL OR e.at < ($5::date + 1)::timestamp AT TIME ZONE 'America/Mexico_City')
   AND ($6::bigint IS NULL OR e.id < $6)
 ORDER BY e.id DESC LIMIT ${ROWS + 1}`;

/** A page of the trail, newest first, as far as the reader may see it. @returns next: where the page after begins. */
export async function loadAudit(
  manager: EntityManager,
  { who, action, organisationId, from, to, before }: AuditQuery,
): Promise<{ readonly events: readonly AuditLine[]; readonly next?: string }> {
  const values = [who, action, organisationId, from, to, before].map((value) => value ?? null);
  const rows = (await manager.query(LIST, values)) as AuditRow[];
  const shown = rows.slice(0, ROWS);
  return { events: shown.map(line), ...(rows.length > ROWS && { next: shown.at(-1)!.id }) };
}

/** What was ever done, to choose from. */
export async function auditActions(manager: EntityManager): Promise<readonly string[]> {
  const rows = (await manager.query('SELECT DISTINCT action FROM audit_event ORDER BY action')) as { action: string }[];
  return rows.map(({ action }) => action);
}

function line({ at, actor, organisation, action, subject, detail }: AuditRow): AuditLine {
  const told = Object.entries(detail).map(
    ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return {
    at: at.toISOString(),
    actor,
    organisation: organisation ?? undefined,
    action,
    subject,
    detail: told.length === 0 ? undefined : told.join('; '),
  };
}
