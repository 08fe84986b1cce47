import type { DataSource } from 'typeorm';

/** Failures to sign in, which are there to be counted, also where they are told of. */
const COUNTED = `SELECT count(*)::int AS n FROM audit_event WHERE action <> 'session:refuse'`;

/** Rows of every table but the queues' own and those of failures to sign in. */
export async function countRows(dataSource: DataSource): Promise<Readonly<Record<string, number>>> {
  const tables = (await dataSource.query(`
    SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname NOT IN ('information_schema', 'pg_catalog', 'pg_toast', 'bullmq')
     ORDER BY 1`)) as { name: string }[];
  const counts: Record<string, number> = {};
  for (const { name } of tables.filter((one) => one.name !== 'sign_in_failure')) {
    const sql = name === 'audit_event' ? COUNTED : `SELECT count(*)::int AS n FROM ${name}`;
    const [row] = (await dataSource.query(sql)) as { n: number }[];
    counts[name] = row!.n;
  }
  return counts;
}
