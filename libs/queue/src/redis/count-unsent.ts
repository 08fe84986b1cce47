import type { Pool } from 'pg';

/** Committed jobs that no relay has carried to Redis yet. */
export async function countUnsent(pool: Pool, queue: string): Promise<{ waiting: number; delayed: number }> {
  const { rows } = await pool.query<{ waiting: number; delayed: number }>(
    `SELECT count(*) FILTER (WHERE available_at <= clock_timestamp())::int AS waiting,
            count(*) FILTER (WHERE available_at > clock_timestamp())::int AS delayed
       FROM queue.outbox WHERE queue = $1 AND sent_at IS NULL`,
    [queue],
  );
  return rows[0] ?? { waiting: 0, delayed: 0 };
}
