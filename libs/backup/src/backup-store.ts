import { createHash } from 'node:crypto';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { blockOf, type Header, MAGIC, type TableEnd } from './archive.js';
import { lastValues, quoted, ranMigrations, type StoredTable, storedTables } from './catalogue.js';

export interface BackupOptions {
  /** Address of the store. */
  readonly url: string;
  readonly target: Writable;
  readonly onTable?: (table: TableEnd) => void;
}

/** What no restored store should have: who was signed in, links that were sent, and failures to sign in. */
const LEFT_OUT: ReadonlySet<string> = new Set(['session', 'account_link', 'sign_in_failure']);

/**
 * Writes everything that the store holds to an archive, as it was at one instant, while others go on reading and
 * writing. Memory does not grow with the store.
 *
 * @returns what was written of each table.
 */
export async function backupStore(options: BackupOptions): Promise<readonly TableEnd[]> {
  const client = new Client({ connectionString: options.url, application_name: 'c7 backup', keepAlive: true });
  await client.connect();
  const tables: TableEnd[] = [];
  try {
    // What a rule would hide from us must be an error: a backup without those rows would look whole.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query('SET LOCAL row_security = off');
    await client.query('SET LOCAL statement_timeout = 0');
    const pieces = Readable.from(piecesOf(client, options, tables), { objectMode: true, highWaterMark: 4 });
    await pipeline(pieces, createGzip({ level: 1, chunkSize: 2 ** 18 }), options.target);
  } finally {
    await client.end();
  }
  return tables;
}

async function* piecesOf(client: Client, { onTable }: BackupOptions, ended: TableEnd[]) {
  yield MAGIC;
  yield* blockOf('H', await headerOf(client));
  for (const table of await storedTables(client)) {
    if (LEFT_OUT.has(table.name)) continue;
    const end = yield* tablePieces(client, table);
    ended.push(end);
    onTable?.(end);
  }
  yield* blockOf('Z', { tables: ended, sequences: await lastValues(client) });
}

async function headerOf(client: Client): Promise<Header> {
  const { rows } = await client.query<{ at: Date; postgres: string }>(
    `SELECT now() AS at, current_setting('server_version') AS postgres`,
  );
  const { at, postgres } = rows[0]!;
  return { createdAt: at.toISOString(), postgres, migrations: await ranMigrations(client) };
}

async function* tablePieces(client: Client, { name, columns }: StoredTable): AsyncGenerator<Buffer, TableEnd> {
  yield* blockOf('T', { table: name, columns });
  const hash = createHash('sha256');
  let bytes = 0;
  const list = columns.map(quoted).join(', ');
  const rows = client.query(copyTo(`COPY (SELECT ${list} FROM public.${quoted(name)}) TO STDOUT (FORMAT binary)`));
  for await (const piece of inPieces(rows as AsyncIterable<Buffer>)) {
    hash.update(piece);
    bytes += piece.length;
    yield* blockOf('D', piece);
  }
  const end = { table: name, rows: rows.rowCount, bytes, sha256: hash.digest('hex') };
  yield* blockOf('E', end);
  return end;
}

const PIECE_BYTES = 2 ** 18;

/** COPY sends a piece per row; small rows go out together. */
async function* inPieces(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    held.push(piece);
    bytes += piece.length;
    if (bytes < PIECE_BYTES) continue;
    yield Buffer.concat(held);
    held = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(held);
}
