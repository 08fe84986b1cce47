import type { DataSource } from 'typeorm';

/**
 * The right to read an upload, one at a time over all processes; it ends with the connection that holds it, so that a
 * killed process holds none.
 */
export async function tryUploadLock(dataSource: DataSource, uploadId: string): Promise<AsyncDisposable | undefined> {
  const runner = dataSource.createQueryRunner();
  const key = `upload:${uploadId}`;
  try {
    const [row] = (await runner.query('SELECT pg_try_advisory_lock(hashtextextended($1, 7)) AS got', [key])) as {
      got: boolean;
    }[];
    if (row?.got) return { [Symbol.asyncDispose]: unlock };
  } catch (error) {
    await runner.release();
    throw error;
  }
  await runner.release();
  return undefined;

  async function unlock(): Promise<void> {
    // Where the connection is gone the lock is too.
    await runner.query('SELECT pg_advisory_unlock(hashtextextended($1, 7))', [key]).catch(() => undefined);
    await runner.release();
  }
}
