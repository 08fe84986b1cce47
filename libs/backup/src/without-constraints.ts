import type { QueryRunner } from 'typeorm';
import { quoted } from './catalogue.js';

/**
 * Does some work while no foreign key is checked and no trigger of ours fires, then puts all of them back: rows come in
 * any order, and as they were. Putting a key back checks every row.
 */
export async function withoutConstraints(
  runner: QueryRunner,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const keys = (await runner.query(FOREIGN_KEYS)) as ForeignKey[];
  for (const { table, name } of keys) await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${quoted(name)}`);
  for (const table of tables) await runner.query(`ALTER TABLE public.${quoted(table)} DISABLE TRIGGER USER`);
  await work();
  for (const table of tables) await runner.query(`ALTER TABLE public.${quoted(table)} ENABLE TRIGGER USER`);
  for (const { table, name, definition } of keys)
    await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${quoted(name)} ${definition}`);
}

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** A key of a partition is that of its table. */
const FOREIGN_KEYS = `
SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
  FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0`;
