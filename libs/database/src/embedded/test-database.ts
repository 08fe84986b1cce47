import { createHash, randomBytes } from 'node:crypto';
import { chmod, lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedServerError } from './embedded-server-error.js';
import { findBinaries } from './find-binaries.js';
import { type EmbeddedServer, openEmbeddedServer } from './open-embedded-server.js';
import { connectionTo, connectionUrl, runStatements, selectRows } from './reach-database.js';

export interface TestDatabase {
  readonly url: string;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
}

/**
 * An empty database of its own for a spec file.
 *
 * @throws EmbeddedServerError when the shared test server cannot be had.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { connection } = await openTestServer();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await runStatements(connection, `CREATE DATABASE ${name}`);
  return {
    url: connectionUrl(connectionTo(connection.host, name)),
    drop: () => runStatements(connection, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

let server: Promise<EmbeddedServer> | undefined;

/**
 * The one server that all test processes of this project and account share. It keeps nothing safe, lives in the system's
 * temporary folder and ends with the last process that uses it; nobody needs to stop it.
 */
export function openTestServer(): Promise<EmbeddedServer> {
  return (server ??= openShared());
}

async function openShared(): Promise<EmbeddedServer> {
  const { version } = await findBinaries();
  const key = createHash('sha256').update(`${process.cwd()} ${version}`).digest('hex').slice(0, 12);
  const dataDir = await privateFolder(join(tmpdir(), `c7-test-${process.geteuid?.() ?? 0}-${key}`));
  const opened = await openEmbeddedServer({ dataDir, disposable: true });
  if (opened.started === 'started') await dropLeftovers(opened);
  return opened;
}

/** The name can be guessed and everybody may write beside it. Root's server runs as another account, which passes through. */
async function privateFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== (process.geteuid?.() ?? found.uid))
    throw new EmbeddedServerError('data-dir-not-writable', { about: folder });
  await chmod(folder, 0o711);
  return folder;
}

/** Databases of test runs that were killed; younger ones may be of those who joined us since. */
async function dropLeftovers({ connection }: EmbeddedServer): Promise<void> {
  const found = await selectRows<{ readonly datname: string }>(
    connection,
    String.raw`SELECT datname FROM pg_database WHERE datname LIKE 'test\_%'
      AND (pg_stat_file('base/' || oid || '/PG_VERSION')).modification < now() - interval '1 hour'`,
  );
  for (const { datname } of found) await runStatements(connection, `DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
}
