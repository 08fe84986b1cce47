import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { Client } from 'pg';

/** A way to a database that can be shut and opened again, as if its server went away and came back. */
export interface DatabaseGate {
  readonly url: string;
  shut(): Promise<void>;
  open(): Promise<void>;
}

export async function createDatabaseGate(databaseUrl: string): Promise<DatabaseGate> {
  const { host, port, user, database } = new Client(databaseUrl);
  const sockets = new Set<Socket>();
  const server = createServer((inside) => {
    const outside = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    for (const socket of [inside, outside]) {
      sockets.add(socket.on('error', () => undefined).on('close', () => sockets.delete(socket)));
    }
    inside.pipe(outside).pipe(inside);
  });
  const listen = async (at: number) => {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as { port: number }).port;
  };
  const gatePort = await listen(0);
  return {
    url: `postgres://${user}@127.0.0.1:${gatePort}/${database}`,
    async shut() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
    async open() {
      await listen(gatePort);
    },
  };
}
