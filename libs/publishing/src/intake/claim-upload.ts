import type { DataSource } from 'typeorm';
import type { Examination } from './examine-upload.js';
import type { UploadFault } from './upload.js';
import { GIVEN_UP } from './upload-fault.js';
import { storableJson } from '../storable.js';

/** Starts of one reading, those cut short by the death of the process included. */
const MOST_ATTEMPTS = 3;

/**
 * Begins the reading that an upload waits for, if it waits for one. Only for the holder of its lock: whatever state an
 * earlier holder left is begun again. What was to be taken in without a preview is read once, while it is taken in.
 */
export async function claimUpload(dataSource: DataSource, uploadId: string): Promise<Examination | undefined> {
  const [rows] = (await dataSource.query(
    `UPDATE upload SET attempt = attempt + 1, changed_at = clock_timestamp(),
            state = CASE WHEN state = 'received' AND preview_only THEN 'checking'
                         WHEN state = 'received' THEN 'taking' ELSE state END
      WHERE id = $1 AND state IN ('received', 'checking', 'taking')
      RETURNING attempt, state`,
    [uploadId],
  )) as [{ attempt: number; state: 'checking' | 'taking' }[], number];
  const [row] = rows;
  if (!row) return undefined;
  const examination = { uploadId, attempt: row.attempt, step: row.state === 'checking' ? 'check' : 'take' } as const;
  if (row.attempt <= MOST_ATTEMPTS) return examination;
  await endWith(dataSource, examination, 'failed', GIVEN_UP);
  return undefined;
}

/** Writes down why an upload is not taken in, unless it was cancelled or begun anew meanwhile. */
export async function endWith(
  dataSource: DataSource,
  { uploadId, attempt }: Examination,
  state: 'refused' | 'failed',
  fault: UploadFault,
): Promise<void> {
  await dataSource.query(
    `UPDATE upload SET state = $3, error = $4, changed_at = clock_timestamp()
      WHERE id = $1 AND attempt = $2 AND state IN ('checking', 'taking')`,
    [uploadId, attempt, state, storableJson(fault)],
  );
}

/** A reading that the process itself ended, to stop, is no sign against the file. Only once its reader is gone. */
export async function takeBackAttempt(dataSource: DataSource, { uploadId, attempt }: Examination): Promise<void> {
  await dataSource.query(
    `UPDATE upload SET attempt = attempt - 1 WHERE id = $1 AND attempt = $2 AND state IN ('checking', 'taking')`,
    [uploadId, attempt],
  );
}

/** True while this reading is still wanted: not cancelled, not begun anew. */
export async function isWanted(dataSource: DataSource, { uploadId, attempt }: Examination): Promise<boolean> {
  const rows = (await dataSource.query(
    `SELECT 1 FROM upload WHERE id = $1 AND attempt = $2 AND state IN ('checking', 'taking')`,
    [uploadId, attempt],
  )) as unknown[];
  return rows.length > 0;
}
