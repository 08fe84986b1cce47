import type { EntityManager } from 'typeorm';
import type { JobWriter } from '#queue';
import type { Upload } from './upload.js';
import { findUpload, moveUpload } from './upload-rows.js';

/** Adds a job inside the caller's transaction, with rights of its own where the caller's role has none. */
export type AskForIntake = (manager: EntityManager, uploadId: string) => Promise<void>;

/** The plain way to ask, for callers with the rights of the store's owner. */
export function askWith(queues: JobWriter): AskForIntake {
  return (manager, uploadId) => queues.enqueue(manager, 'intake', [{ uploadId }]);
}

/**
 * Has an upload that is ready taken in. One that is being taken in, or is, stays as it is.
 *
 * @throws UploadError UPLOAD_UNKNOWN; STATE_CONFLICT
 */
export async function confirmUpload(manager: EntityManager, id: string, ask: AskForIntake): Promise<Upload> {
  const before = await findUpload(manager, id);
  if (before.state === 'taking' || before.state === 'done') return before;
  const upload = await moveUpload(manager, id, ['ready'], `state = 'taking', attempt = 0`);
  await ask(manager, id);
  return upload;
}

/**
 * Has an upload that was refused, failed or was cancelled read again from the beginning: the store, a profile or a limit
 * may be another by now.
 *
 * @throws UploadError UPLOAD_UNKNOWN; STATE_CONFLICT
 */
export async function retryUpload(manager: EntityManager, id: string, ask: AskForIntake): Promise<Upload> {
  const change = `state = 'received', attempt = 0, preview = NULL, error = NULL`;
  const upload = await moveUpload(manager, id, ['refused', 'failed', 'cancelled'], change);
  await ask(manager, id);
  return upload;
}

/**
 * Gives an upload up, before it is taken in; a reading under way stops soon after. Cancelling again changes nothing.
 *
 * @throws UploadError UPLOAD_UNKNOWN; STATE_CONFLICT, also while it is being taken in
 */
export async function cancelUpload(manager: EntityManager, id: string): Promise<Upload> {
  const before = await findUpload(manager, id);
  if (before.state === 'cancelled') return before;
  return moveUpload(
    manager,
    id,
    ['received', 'checking', 'ready', 'refused', 'taking', 'failed'],
    `state = 'cancelled'`,
  );
}
