import { Pool } from 'pg';
import { QueueError } from './queue-error.js';

/** Pause of a connection attempt before it counts as failed. */
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * One pool for all queues and consumers of the process. BullMQ does not set the search path of a pool it is given, so
 * the server is told when a connection opens; a pooler in transaction mode (PgBouncer) loses that, and LISTEN with it.
 *
 * @throws QueueError `DATABASE_UNREACHABLE` or `QUEUES_NOT_MIGRATED`.
 */
export async function openQueuePool(
  databaseUrl: string,
  maxConnections: number,
  onError: (error: Error) => void,
): Promise<Pool> {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: maxConnections,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'c7 queue',
    options: '-c search_path=bullmq',
  });
  pool.on('error', onError);
  // A connection in use that is cut between two statements tells its borrower by the next one; heard by nobody, its
  // error would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.setMaxListeners(0); // every BullMQ queue and worker listens too, and stays when it is closed
  try {
    await checkSchema(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return pool;
}

async function checkSchema(pool: Pool): Promise<void> {
  const { rows } = await pool
    .query<{ ready: boolean }>(
      `SELECT to_regclass('bullmq.migration') IS NOT NULL AND to_regclass('queue.outbox') IS NOT NULL
              AND current_schema() = 'bullmq' AS ready`,
    )
    .catch(unreachable);
  if (rows[0]?.ready) return;
  throw new QueueError(
    'QUEUES_NOT_MIGRATED',
    'La base de datos no tiene las colas de trabajo.',
    'Ejecutar: c7 migrate.',
  );
}

function unreachable(cause: Error): never {
  throw new QueueError(
    'DATABASE_UNREACHABLE',
    `No se puede abrir la base de datos de las colas: ${cause.message}.`,
    'Revisar DATABASE_URL y que el servidor PostgreSQL esté en marcha.',
    cause,
  );
}
