import { type PgQueryable, runMigrations } from 'bullmq';
import { queueNames } from './job-queues.js';
import { lendConnection } from './lend-connection.js';
import { PostgresQueue } from './postgres-classes.js';
import { withinBullmqSchema } from './within-bullmq-schema.js';

/** One database session of its own, not a pool, with no transaction open: a `pg.Client` or what a query runner holds. */
export type MigrationClient = PgQueryable;

/** Any fixed number: two processes that migrate at once take turns. */
const MIGRATION_LOCK = 760_702;
const DAY_MS = 86_400_000;

/** A row lives from the transaction that enqueued its job until the job is done. */
const OUTBOX = `
CREATE SCHEMA IF NOT EXISTS queue;
CREATE TABLE IF NOT EXISTS queue.outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  token uuid NOT NULL DEFAULT gen_random_uuid(),
  queue text NOT NULL,
  payload jsonb NOT NULL,
  available_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz
);
CREATE INDEX IF NOT EXISTS outbox_unsent_idx ON queue.outbox (queue, id) WHERE sent_at IS NULL;
`;

/**
 * Creates or brings up to date what both back ends keep in PostgreSQL: BullMQ's schema `bullmq` and our schema `queue`.
 * Safe at every start and from several processes. The role needs CREATE on the database.
 */
export async function migrateQueues(client: MigrationClient): Promise<void> {
  await runMigrations(client);
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await client.query(OUTBOX);
    await withinBullmqSchema(client, () => numberJobs(client));
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/**
 * BullMQ creates the sequence that numbers a queue's jobs with its first job and holds a lock for that until the end of
 * the transaction, which is the caller's: other writers would wait for it. So every queue gets and loses a job here.
 */
async function numberJobs(client: PgQueryable): Promise<void> {
  const connection = lendConnection({ query: (text, parameters) => client.query(text, parameters) });
  for (const name of queueNames) {
    const queue = new PostgresQueue(name, { connection, skipMetasUpdate: true });
    const job = await queue.add(name, {}, { delay: DAY_MS });
    await job.remove();
    await queue.close();
  }
}
