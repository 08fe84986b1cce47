import type { EntityManager } from 'typeorm';
import type { Upload, UploadState } from './upload.js';
import { UploadError } from './upload-error.js';

/** What runs statements: the store itself, or a transaction. */
export type Queryable = Pick<EntityManager, 'query'>;

export const UPLOAD_COLUMNS = `u.id, u.publisher_id AS "publisherId", u.actor_kind AS "actorKind", u.actor_id AS "actorId",
  u.actor_name AS "actorName", u.file_name AS "fileName", u.sha256, u.bytes::float8 AS bytes,
  u.asked_profile AS "askedProfile", u.buyer, u.preview_only AS "previewOnly", u.replaces, u.state, u.preview, u.error,
  u.batch_id AS "batchId", u.created_at AS "createdAt", u.changed_at AS "changedAt"`;

export interface UploadRow extends Omit<Upload, 'by'> {
  readonly actorKind: string;
  readonly actorId: string;
  readonly actorName: string;
}

export function toUpload({ actorKind, actorId, actorName, ...row }: UploadRow): Upload {
  return { ...row, by: { kind: actorKind, id: actorId, name: actorName } };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isUploadId(text: string): boolean {
  return UUID.test(text);
}

/** One upload, of those that the manager may see. @throws UploadError UPLOAD_UNKNOWN */
export async function findUpload(manager: Queryable, id: string): Promise<Upload> {
  const rows = isUploadId(id)
    ? ((await manager.query(`SELECT ${UPLOAD_COLUMNS} FROM upload u WHERE u.id = $1`, [id])) as UploadRow[])
    : [];
  const [row] = rows;
  if (!row) throw new UploadError('UPLOAD_UNKNOWN', id.slice(0, 100));
  return toUpload(row);
}

/**
 * Moves an upload from one of some states to another, unless somebody else is about to.
 *
 * @throws UploadError UPLOAD_UNKNOWN; STATE_CONFLICT
 */
export async function moveUpload(
  manager: Queryable,
  id: string,
  from: readonly UploadState[],
  change: string,
): Promise<Upload> {
  const before = await findUpload(manager, id);
  // A row that is locked is being taken in at this moment: its reader would wait for all of it.
  const [rows] = (await manager.query(
    `UPDATE upload u SET ${change}, changed_at = clock_timestamp()
      WHERE u.id IN (SELECT l.id FROM upload l WHERE l.id = $1 AND l.state = ANY($2) FOR UPDATE SKIP LOCKED)
      RETURNING ${UPLOAD_COLUMNS}`,
    [id, from],
  )) as [UploadRow[], number];
  const [row] = rows;
  if (!row) throw new UploadError('STATE_CONFLICT', before.state);
  return toUpload(row);
}
