import type { Readable } from 'node:stream';
import type { PoolClient } from 'pg';
import { MigrationExecutor, type QueryRunner } from 'typeorm';
import { openDataSource } from '#database';
import type { Header, TableEnd, TableStart, Trailer } from './archive.js';
import { archiveCut, archiveDamaged } from './backup-error.js';
import { assertRestorable } from './assert-restorable.js';
import { quoted, storedTables } from './catalogue.js';
import { loadTable } from './load-table.js';
import { readBlocks, type Block } from './read-blocks.js';
import { rebuildSchema } from './rebuild-schema.js';
import { withoutConstraints } from './without-constraints.js';

export interface RestoreOptions {
  /** Address of the store. */
  readonly url: string;
  readonly source: Readable;
  /** What the store holds may be thrown away. */
  readonly replace: boolean;
  readonly onTable?: (table: TableEnd) => void;
}

export interface RestoreReport {
  readonly header: Header;
  readonly tables: readonly TableEnd[];
  /** Migrations that this program ran on top. */
  readonly migrated: readonly string[];
}

/**
 * Puts an archive in the place of what the store holds, and brings its schema to this program's version. One
 * transaction: whatever is wrong, the store stays as it was. Jobs are not in it: what waits for publication is to be
 * asked for again.
 *
 * @throws BackupError.
 */
export async function restoreStore(options: RestoreOptions): Promise<RestoreReport> {
  const blocks = readBlocks(options.source);
  const dataSource = await openDataSource(options.url, 1);
  try {
    await using runner = dataSource.createQueryRunner();
    await assertRestorable(runner, options.replace);
    await runner.startTransaction();
    try {
      const report = await restoreInto(runner, blocks, options);
      await runner.commitTransaction();
      await runner.query('ANALYZE');
      return report;
    } catch (error) {
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
  } finally {
    await dataSource.destroy();
  }
}

/** Any fixed number that migrations take as well. */
const MIGRATION_LOCK = 760_701;

async function restoreInto(runner: QueryRunner, blocks: AsyncGenerator<Block>, { onTable = () => {} }: RestoreOptions) {
  await runner.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  await runner.query('SET LOCAL statement_timeout = 0');
  const header = await nextOf<Header>(blocks, 'H');
  await rebuildSchema(runner, header.migrations);
  const client = (await runner.connect()) as PoolClient;
  const known = await storedTables(client);
  const tables: TableEnd[] = [];
  await withoutConstraints(
    runner,
    known.map(({ name }) => name),
    async () => {
      await runner.query(`TRUNCATE ${known.map(({ name }) => `public.${quoted(name)}`).join(', ')}`);
      const trailer = await loadTables(client, blocks, (end) => {
        tables.push(end);
        onTable(end);
      });
      checkTrailer(trailer, tables);
      await setSequences(runner, trailer);
    },
  );
  return { header, tables, migrated: await migrateForward(runner) };

  async function loadTables(to: PoolClient, from: AsyncGenerator<Block>, onEnd: (end: TableEnd) => void) {
    for (;;) {
      const { kind, content, offset } = await following(from);
      if (kind === 'Z') return json<Trailer>(content, offset);
      if (kind !== 'T') throw archiveDamaged(`byte ${offset}`);
      const start = json<TableStart>(content, offset);
      const table = known.find(({ name }) => name === start.table);
      if (table?.columns.join() !== start.columns.join()) throw archiveDamaged(`byte ${offset}`);
      onEnd(await loadTable(to, table, from));
    }
  }
}

/** What the trailer tells again must be what came. */
function checkTrailer({ tables }: Trailer, came: readonly TableEnd[]): void {
  if (JSON.stringify(tables) !== JSON.stringify(came)) throw archiveDamaged('la lista final no es la de sus tablas');
}

async function setSequences(runner: QueryRunner, { sequences }: Trailer): Promise<void> {
  for (const [name, value] of Object.entries(sequences))
    await runner.query(
      'SELECT setval(sequencename::regclass, $2) FROM pg_sequences WHERE schemaname = $3 AND sequencename = $1',
      [name, value, 'public'],
    );
}

async function migrateForward(runner: QueryRunner): Promise<readonly string[]> {
  const executor = new MigrationExecutor(runner.connection, runner);
  executor.transaction = 'none';
  return (await executor.executePendingMigrations()).map(({ name }) => name);
}

async function nextOf<Content>(blocks: AsyncGenerator<Block>, wanted: Block['kind']): Promise<Content> {
  const { kind, content, offset } = await following(blocks);
  if (kind !== wanted) throw archiveDamaged(`byte ${offset}`);
  return json<Content>(content, offset);
}

async function following(blocks: AsyncGenerator<Block>): Promise<Block> {
  const { value, done } = await blocks.next();
  if (done) throw archiveCut('una tabla a medias o sin su lista final');
  return value;
}

function json<Content>(content: Buffer, offset: number): Content {
  try {
    return JSON.parse(content.toString()) as Content;
  } catch (error) {
    throw archiveDamaged(`byte ${offset}`, error);
  }
}
