import type { QueryRunner } from 'typeorm';
import { BackupError } from './backup-error.js';

/** Objects of the store's schema that no extension brought. */
const OWN = (catalogue: string, oid = 'oid') =>
  `NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${catalogue}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`;

/** As TypeORM makes it; the archive brings its rows. */
const MIGRATIONS_TABLE = `CREATE TABLE store_migration (id serial PRIMARY KEY, "timestamp" bigint NOT NULL, name varchar NOT NULL)`;

/**
 * Makes the store's schema anew as it was after the given migrations, inside the caller's transaction; whatever was there
 * is dropped. Seeds are dropped too: the archive has what became of them.
 *
 * @throws BackupError `ARCHIVE_NEWER` when this program does not know one of the migrations.
 */
export async function rebuildSchema(runner: QueryRunner, migrations: readonly string[]): Promise<void> {
  const known = new Map(runner.connection.migrations.map((one) => [one.name ?? one.constructor.name, one]));
  const unknown = migrations.filter((name) => !known.has(name));
  if (unknown.length > 0) throw newer(unknown);
  await dropAll(runner);
  await runner.query(MIGRATIONS_TABLE);
  for (const name of migrations) await known.get(name)!.up(runner);
}

async function dropAll(runner: QueryRunner): Promise<void> {
  const drops = (await runner.query(`
    SELECT format('DROP TABLE IF EXISTS %s CASCADE', oid::regclass) AS sql FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition AND ${OWN('pg_class')}
    UNION ALL
    SELECT format('DROP ROUTINE IF EXISTS %s CASCADE', oid::regprocedure) FROM pg_proc
     WHERE pronamespace = 'public'::regnamespace AND ${OWN('pg_proc')}
    UNION ALL
    SELECT format('DROP TYPE IF EXISTS %s CASCADE', oid::regtype) FROM pg_type
     WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd') AND ${OWN('pg_type')}`)) as {
    sql: string;
  }[];
  for (const { sql } of drops) await runner.query(sql);
}

function newer(unknown: readonly string[]): BackupError {
  return new BackupError(
    'ARCHIVE_NEWER',
    `El respaldo es de una versión más nueva del programa (${unknown.slice(0, 3).join(', ')}).`,
    'Restaurarlo con esa versión o una posterior.',
  );
}
