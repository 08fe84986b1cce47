import type { DataSource } from 'typeorm';

/** What using them changes, whoever does it. */
const RESTLESS: ReadonlySet<string> = new Set(['session', 'sign_in_failure', 'api_key']);

/** A fingerprint of every row of every table of the store. */
export async function contentOfTables(dataSource: DataSource): Promise<Readonly<Record<string, string>>> {
  const tables = (await dataSource.query(
    `SELECT oid::regclass::text AS name FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  )) as { name: string }[];
  const content: Record<string, string> = {};
  for (const { name } of tables.filter((one) => !RESTLESS.has(one.name))) {
    const [row] = (await dataSource.query(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS told FROM ${name} t`,
    )) as { told: string }[];
    content[name] = row!.told;
  }
  return content;
}
