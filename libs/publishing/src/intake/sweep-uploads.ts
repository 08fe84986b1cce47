import { readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IntakeDependencies } from './handle-upload.js';
import { RECEIVED_PREFIX } from './receive-file.js';
import { READER_PREFIX } from './run-reader.js';
import { tryUploadLock } from './upload-lock.js';

/** Uploads that end without being taken in are kept so long, for another try; then their files go. */
const KEPT_DAYS = 30;
const MOST_AT_ONCE = 500;
const LEFT_BEHIND_MS = 24 * 3_600_000;

/**
 * Asks again for what waited too long: a job that was lost, or a reading whose process died. Whoever holds the lock of
 * an upload is alive, and is left to it.
 *
 * @param seconds how long counts as lost; 0: all of them, else a few at a time
 * @returns how many were asked for again
 */
export async function sweepUploads(
  { dataSource, queues }: Pick<IntakeDependencies, 'dataSource' | 'queues'>,
  seconds: number,
): Promise<number> {
  const rows = (await dataSource.query(
    `SELECT id FROM upload WHERE state IN ('received', 'checking', 'taking')
        AND changed_at < clock_timestamp() - make_interval(secs => $1) ORDER BY changed_at LIMIT $2`,
    [seconds, seconds === 0 ? null : MOST_AT_ONCE],
  )) as { id: string }[];
  let again = 0;
  for (const { id } of rows) {
    await using lock = await tryUploadLock(dataSource, id);
    if (!lock) continue;
    again += await dataSource.transaction(async (manager) => {
      const [found] = (await manager.query(
        `UPDATE upload SET changed_at = clock_timestamp(), state = CASE state WHEN 'checking' THEN 'received' ELSE state END
          WHERE id = $1 AND state IN ('received', 'checking', 'taking') RETURNING id`,
        [id],
      )) as [{ id: string }[], number];
      if (found.length > 0) await queues.enqueue(manager, 'intake', [{ uploadId: id }]);
      return found.length;
    });
  }
  return again;
}

/**
 * Asks again for every upload that waits to be read or taken in: after a restore, whose queues are empty.
 *
 * @returns how many wait.
 */
export function askForAllUploads(dependencies: Pick<IntakeDependencies, 'dataSource' | 'queues'>): Promise<number> {
  return sweepUploads(dependencies, 0);
}

/** Forgets what old uploads would have come to, and the files that no batch and no younger upload needs. */
export async function forgetOldUploads({ dataSource }: Pick<IntakeDependencies, 'dataSource'>): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const [gone] = (await manager.query(
      `DELETE FROM upload u WHERE state IN ('refused', 'failed', 'cancelled', 'ready')
          AND changed_at < now() - make_interval(days => $1) AND NOT EXISTS (SELECT FROM upload r WHERE r.replaces = u.id)
        RETURNING sha256`,
      [KEPT_DAYS],
    )) as [{ sha256: string }[], number];
    const files = gone.map(({ sha256 }) => sha256);
    const UNUSED = `sha256 = ANY($1) AND NOT EXISTS (SELECT FROM batch b WHERE b.sha256 = f.sha256)
      AND NOT EXISTS (SELECT FROM upload u WHERE u.sha256 = f.sha256)`;
    await manager.query(`DELETE FROM source_file_chunk f WHERE ${UNUSED}`, [files]);
    await manager.query(`DELETE FROM source_file f WHERE ${UNUSED}`, [files]);
  });
}

/** Removes temporary folders whose process was killed. */
export async function removeLeftBehind(now = Date.now()): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  const ours = names.filter((name) => name.startsWith(RECEIVED_PREFIX) || name.startsWith(READER_PREFIX));
  for (const path of ours.map((name) => join(tmpdir(), name))) {
    const found = await stat(path).catch(() => undefined);
    if (found && now - found.mtimeMs > LEFT_BEHIND_MS) await rm(path, { recursive: true, force: true });
  }
}
