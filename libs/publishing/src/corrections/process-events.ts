import type { EntityManager } from 'typeorm';
import { type Actor, recordAudit } from '#access';
import { storableText } from '../storable.js';

export type ProcessEventKind =
  | 'correction-proposed'
  | 'correction-sent-to-review'
  | 'correction-rejected'
  | 'correction-discarded'
  | 'correction-published'
  | 'withdrawn'
  | 'restored';

/** Something somebody did to a process. */
export interface ProcessEvent {
  readonly at: Date;
  readonly kind: ProcessEventKind;
  readonly reason: string | null;
  readonly actorName: string;
  readonly correctionId: string | null;
  readonly releaseId: string | null;
}

export interface NewProcessEvent {
  readonly ocid: string;
  readonly publisherId: string;
  readonly kind: ProcessEventKind;
  readonly reason?: string | undefined;
  readonly correctionId?: string;
  readonly releaseId?: string;
}

/** Writes down who did what to a process and why, in its own trace and in the platform's. */
export async function recordEvent(manager: EntityManager, by: Actor, event: NewProcessEvent): Promise<void> {
  const { ocid, publisherId, kind, reason = null, correctionId = null, releaseId = null } = event;
  await manager.query(
    `INSERT INTO process_event
       (ocid, publisher_id, kind, reason, actor_kind, actor_id, actor_name, correction_id, release_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [ocid, publisherId, kind, reason && storableText(reason), by.kind, by.id, by.name, correctionId, releaseId],
  );
  const detail = { ...(correctionId && { correctionId }), ...(releaseId && { releaseId }) };
  const action = `process:${kind}`;
  await recordAudit(manager, by, { action, subject: `process ${ocid}`, organisationId: publisherId, detail });
}

/** What was done to a process, oldest first, as far as the manager's role may see. */
export async function listProcessEvents(manager: EntityManager, ocid: string): Promise<readonly ProcessEvent[]> {
  return (await manager.query(
    `SELECT at, kind, reason, actor_name AS "actorName", correction_id AS "correctionId", release_id AS "releaseId"
       FROM process_event WHERE ocid = $1 ORDER BY id`,
    [ocid],
  )) as ProcessEvent[];
}
