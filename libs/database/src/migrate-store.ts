import type { DataSource } from 'typeorm';

/** Any fixed number: two processes that migrate at once take turns. */
const MIGRATION_LOCK = 760_701;

/**
 * Brings the schema of the store to the newest version; safe to call at every start and from several processes.
 *
 * @returns the names of the migrations that ran.
 */
export async function migrateStore(dataSource: DataSource): Promise<readonly string[]> {
  await using runner = dataSource.createQueryRunner();
  await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
  try {
    const ran = await dataSource.runMigrations({ transaction: 'each' });
    return ran.map((migration) => migration.name);
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  }
}
