import { Client, DatabaseError, type QueryResultRow } from 'pg';
import { SUPERUSER } from './create-cluster.js';
import { SOCKET_PORT } from './server-settings.js';

export interface Connection {
  /** The folder of the socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

export const DATABASE = 'c7';

/** Errors of the database by which a server says that it lives but is not open: errcodes-appendix.html of its manual. */
const CANNOT_CONNECT_NOW = '57P03';
const TOO_MANY_CONNECTIONS = '53300';
const NO_SUCH_DATABASE = '3D000';
const DUPLICATE_DATABASE = '42P04';

export function connectionTo(sockets: string, database = DATABASE): Connection {
  return { host: sockets, port: SOCKET_PORT, user: SUPERUSER, database };
}

/** Read alike by pg, TypeORM, BullMQ and libpq. Port and sslmode are said so that PGPORT and PGSSLMODE of the environment are not. */
export function connectionUrl({ host, port, user, database }: Connection): string {
  return `postgresql://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}&sslmode=disable`;
}

/** Runs statements on a connection of their own. */
export async function runStatements(connection: Connection, ...statements: readonly string[]): Promise<void> {
  await withClient(connection, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}

/** The rows of one query, asked on a connection of its own. */
export function selectRows<Row extends QueryResultRow>(connection: Connection, query: string): Promise<readonly Row[]> {
  return withClient(connection, async (client) => (await client.query<Row>(query)).rows);
}

async function withClient<Result>(connection: Connection, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ ...connection, ssl: false, connectionTimeoutMillis: 10_000 });
  // The server may end the connection at any time; the statement then fails, which is enough.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Connects to the program's database and makes it if it is not there.
 *
 * @returns `not-yet` while the server does not take connections, `no-socket` when its socket has been removed.
 */
export async function reachDatabase(sockets: string): Promise<'reached' | 'not-yet' | 'no-socket'> {
  try {
    await runStatements(connectionTo(sockets), 'SELECT 1');
    return 'reached';
  } catch (error) {
    const { code } = error as { readonly code?: string };
    if (code === NO_SUCH_DATABASE) return makeDatabase(sockets);
    if (code === CANNOT_CONNECT_NOW) return 'not-yet';
    if (code === TOO_MANY_CONNECTIONS) return 'reached';
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return 'no-socket';
    if (error instanceof DatabaseError) throw error;
    return 'not-yet';
  }
}

async function makeDatabase(sockets: string): Promise<'reached'> {
  try {
    await runStatements(connectionTo(sockets, 'postgres'), `CREATE DATABASE ${DATABASE}`);
  } catch (error) {
    if ((error as { readonly code?: string }).code !== DUPLICATE_DATABASE) throw error;
  }
  return 'reached';
}
