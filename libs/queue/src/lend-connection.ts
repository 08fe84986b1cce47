import type { PgPool, PgPoolClient, PgQueryable } from 'bullmq';

/**
 * One connection in the shape of a pool: BullMQ asks it for connections and always gets this one. What BullMQ closes
 * or releases stays open, for it is not its own.
 */
export function lendConnection({ query }: PgQueryable): PgPool {
  const client: PgPoolClient = {
    query,
    release: () => undefined,
    on: () => client,
    removeListener: () => client,
    removeAllListeners: () => client,
  };
  const pool: PgPool = {
    query,
    connect: () => Promise.resolve(client),
    end: () => Promise.resolve(),
    on: () => pool,
    removeAllListeners: () => pool,
  };
  return pool;
}
