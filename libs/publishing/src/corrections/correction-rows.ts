import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import { storableJson, storableText } from '../storable.js';
import type { CorrectedValue } from './corrected-values.js';
import type { Edit } from './edit.js';

export type CorrectionState = 'draft' | 'review' | 'published' | 'rejected' | 'discarded';

/** A proposed correction, and what was decided of it. */
export interface CorrectionRow {
  readonly id: string;
  readonly ocid: string;
  readonly publisherId: string;
  readonly state: CorrectionState;
  readonly reason: string;
  /** Without personal data of persons. */
  readonly edits: readonly Edit[];
  /** What it changes, as it was when proposed. */
  readonly fields: readonly CorrectedValue[];
  readonly proposedBy: Person;
  readonly proposedAt: Date;
  readonly decidedBy: Person | null;
  readonly decidedAt: Date | null;
  /** Of whoever decided. */
  readonly note: string | null;
  readonly releaseId: string | null;
}

export interface Person {
  readonly kind: 'account' | 'key';
  readonly id: string;
  readonly name: string;
}

const COLUMNS = `
id, ocid, publisher_id AS "publisherId", state, reason, edits, fields,
json_build_object('kind', proposed_by_kind, 'id', proposed_by_id, 'name', proposed_by_name) AS "proposedBy",
proposed_at AS "proposedAt",
CASE WHEN decided_at IS NOT NULL THEN
  json_build_object('kind', decided_by_kind, 'id', decided_by_id, 'name', decided_by_name) END AS "decidedBy",
decided_at AS "decidedAt", note, release_id AS "releaseId"`;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A correction as far as the manager's role may see it. @param lock keeps others from deciding meanwhile */
export async function findCorrection(
  manager: EntityManager,
  id: string,
  { lock = false } = {},
): Promise<CorrectionRow | undefined> {
  if (!UUID.test(id)) return undefined;
  const [row] = (await manager.query(`SELECT ${COLUMNS} FROM correction WHERE id = $1${lock ? ' FOR UPDATE' : ''}`, [
    id,
  ])) as CorrectionRow[];
  return row;
}

export interface CorrectionFilter {
  readonly ocid?: string | undefined;
  readonly publisherId?: string | undefined;
  readonly states?: readonly CorrectionState[] | undefined;
  readonly limit?: number | undefined;
  /** Only those proposed before this instant: the `proposedAt` of the last one of the page before. */
  readonly before?: Date | undefined;
}

const PAGE = 50;

/** Corrections that the manager's role may see, the newest first. */
export async function listCorrections(
  manager: EntityManager,
  { ocid, publisherId, states, limit = PAGE, before }: CorrectionFilter = {},
): Promise<readonly CorrectionRow[]> {
  return (await manager.query(
    `SELECT ${COLUMNS} FROM correction
      WHERE ($1::text IS NULL OR ocid = $1) AND ($2::text IS NULL OR publisher_id = $2)
        AND ($3::text[] IS NULL OR state = ANY($3)) AND ($4::timestamptz IS NULL OR proposed_at < $4)
      ORDER BY proposed_at DESC, id LIMIT $5`,
    [ocid ?? null, publisherId ?? null, states ?? null, before ?? null, limit],
  )) as CorrectionRow[];
}

/** @returns its id */
export async function addCorrection(
  manager: EntityManager,
  {
    ocid,
    publisherId,
    reason,
    edits,
    fields,
    by,
  }: Pick<CorrectionRow, 'ocid' | 'publisherId' | 'reason' | 'edits' | 'fields'> & { readonly by: Actor },
): Promise<string> {
  const [row] = (await manager.query(
    `INSERT INTO correction
       (ocid, publisher_id, reason, edits, fields, proposed_by_kind, proposed_by_id, proposed_by_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
    [ocid, publisherId, storableText(reason), storableJson(edits), storableJson(fields), by.kind, by.id, by.name],
  )) as [{ id: string }];
  return row.id;
}

/** Writes down what was decided; `releaseId` of a published one. */
export async function decideCorrection(
  manager: EntityManager,
  id: string,
  {
    state,
    by,
    note,
    releaseId,
  }: {
    readonly state: 'published' | 'rejected' | 'discarded';
    readonly by: Actor;
    readonly note?: string | undefined;
    readonly releaseId?: string;
  },
): Promise<void> {
  const columns = releaseId === undefined ? '' : ', release_id = $7';
  const values = [id, state, by.kind, by.id, by.name, note?.trim() ? storableText(note.trim()) : null];
  await manager.query(
    `UPDATE correction SET state = $2, decided_by_kind = $3, decided_by_id = $4, decided_by_name = $5,
       decided_at = now(), note = $6${columns} WHERE id = $1`,
    releaseId === undefined ? values : [...values, releaseId],
  );
}
