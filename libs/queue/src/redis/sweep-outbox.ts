import type { Pool, PoolClient } from 'pg';
import { runInTransaction } from '../run-in-transaction.js';
import { type OutboxKey, toJobId } from './outbox-job-id.js';

/** Rows compared with Redis at a time. */
const PAGE = 1_000;

/** Tells which of these jobs Redis does not know, in the order given. */
export type FindUnknown = (jobIds: readonly string[]) => Promise<readonly boolean[]>;

/**
 * Finds jobs that were carried to Redis, are not done, and that Redis has lost (a flush, a restart without its file, a
 * fail-over to a replica that lagged), and marks them unsent, so that the relay carries them again.
 *
 * @param ageMs rows carried over more recently are left alone.
 * @returns how many jobs were lost.
 */
export async function sweepOutbox(pool: Pool, queue: string, ageMs: number, findUnknown: FindUnknown): Promise<number> {
  let lost = 0;
  let after = '0';
  for (;;) {
    const page = await sentRows(pool, queue, ageMs, after);
    const unknown = await withoutJob(page, findUnknown);
    if (unknown.length > 0) lost += await runInTransaction(pool, (client) => markUnsent(client, unknown, findUnknown));
    if (page.length < PAGE) return lost;
    after = page.at(-1)!.id;
  }
}

async function sentRows(pool: Pool, queue: string, ageMs: number, after: string): Promise<OutboxKey[]> {
  const { rows } = await pool.query<OutboxKey>(
    `SELECT id, token FROM queue.outbox
      WHERE queue = $1 AND id > $2 AND sent_at < now() - $3::double precision * interval '1 millisecond'
      ORDER BY id LIMIT ${PAGE}`,
    [queue, after, ageMs],
  );
  return rows;
}

/**
 * Asks again with the rows locked: a job can finish between reading its row and asking Redis, and would be run again
 * without need; but it finishes only after its row is gone, and no locked row goes.
 */
async function markUnsent(client: PoolClient, keys: readonly OutboxKey[], findUnknown: FindUnknown): Promise<number> {
  const { rows } = await client.query<OutboxKey>(
    'SELECT id, token FROM queue.outbox WHERE id = ANY($1::bigint[]) AND sent_at IS NOT NULL FOR UPDATE SKIP LOCKED',
    [keys.map(({ id }) => id)],
  );
  const lost = await withoutJob(rows, findUnknown);
  await client.query('UPDATE queue.outbox SET sent_at = NULL WHERE id = ANY($1::bigint[])', [lost.map(({ id }) => id)]);
  return lost.length;
}

async function withoutJob(keys: readonly OutboxKey[], findUnknown: FindUnknown): Promise<OutboxKey[]> {
  if (keys.length === 0) return [];
  const unknown = await findUnknown(keys.map(toJobId));
  return keys.filter((_, index) => unknown[index]);
}
