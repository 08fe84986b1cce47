import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '#access';
import { findOwn, lockProcess } from '../corrections/lock-process.js';
import { recordEvent } from '../corrections/process-events.js';
import { ProcessError } from '../corrections/process-error.js';
import { publishLocked } from '../publish-locked.js';
import { storableText } from '../storable.js';
import { supersedeStandIns } from '../submit-releases.js';

export interface RestoreInput {
  readonly ocid: string;
  readonly reason: string;
  readonly by: Actor;
}

/**
 * Makes a withdrawn process public again, in one transaction, with what came of it while it was withdrawn. The change
 * feed tells `restored` with the releases that had been public, then `published` with the new ones.
 *
 * @throws ProcessError PROCESS_UNKNOWN, PROCESS_NOT_WITHDRAWN, PROCESS_BUSY, REASON_MISSING; AccessError FORBIDDEN
 */
export async function restoreProcess(
  { dataSource }: { readonly dataSource: DataSource },
  input: RestoreInput,
): Promise<void> {
  if (input.reason.trim() === '') throw new ProcessError('REASON_MISSING');
  await findOwn(dataSource, input.ocid, input.by, 'process:withdraw');
  await dataSource.transaction((manager) => restore(manager, input));
}

async function restore(manager: EntityManager, { ocid, reason, by }: RestoreInput): Promise<void> {
  const process = await lockProcess(manager, ocid);
  if (!process.withdrawn) throw new ProcessError('PROCESS_NOT_WITHDRAWN');
  await bringBack(manager, ocid);
  await liftTombstone(manager, ocid, reason);
  await recordEvent(manager, by, { ocid, publisherId: process.publisherId, kind: 'restored', reason });
  await publishLocked(manager, [process], ([record]) => {
    const known = record!.releases.filter(({ state }) => state === 'published').map(({ id }) => id);
    return [{ ocid, kind: 'restored', releaseIds: known, contentHash: record!.contentHash }];
  });
}

/** Rows of spreadsheets that waited with the process are published now. */
async function bringBack(manager: EntityManager, ocid: string): Promise<void> {
  const [rows] = (await manager.query(
    `UPDATE release SET state = CASE WHEN published_at IS NULL THEN 'accepted' ELSE 'published' END
      WHERE ocid = $1 AND state = 'withdrawn' RETURNING id`,
    [ocid],
  )) as [{ id: string }[], number];
  await manager.query('UPDATE mapped_process SET held = false WHERE ocid = $1 AND release_id = ANY($2)', [
    ocid,
    rows.map(({ id }) => id),
  ]);
  await supersedeStandIns(manager, [ocid]);
}

async function liftTombstone(manager: EntityManager, ocid: string, reason: string): Promise<void> {
  await manager.query(
    'UPDATE withdrawal SET restored_at = now(), restore_reason = $2 WHERE ocid = $1 AND restored_at IS NULL',
    [ocid, storableText(reason.trim())],
  );
  await manager.query('UPDATE record SET withdrawn = false WHERE ocid = $1', [ocid]);
}
