import type { PgQueryable } from 'bullmq';

/**
 * Runs BullMQ's statements, which name its functions without a schema, inside a transaction whose own statements must
 * go on finding their own tables: the search path is switched for the work only.
 */
export async function withinBullmqSchema<Result>(
  transaction: PgQueryable,
  work: () => Promise<Result>,
): Promise<Result> {
  const { rows } = await transaction.query<{ path: string }>(
    `WITH before AS MATERIALIZED (SELECT current_setting('search_path') AS path)
     SELECT path, set_config('search_path', 'bullmq', true) FROM before`,
  );
  try {
    return await work();
  } finally {
    // Refused after a failed statement, and needless: the rollback puts the path back.
    await transaction.query(`SELECT set_config('search_path', $1, true)`, [rows[0]?.path]).catch(() => undefined);
  }
}
