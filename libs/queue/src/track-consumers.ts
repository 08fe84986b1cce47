import type { Pool } from 'pg';
import type { Consumer } from './job-queues.js';
import { QueueError } from './queue-error.js';
import { settlesWithin } from './settles-within.js';

/** Connections that must stay free for short statements while every consumer holds one to listen. */
const SPARE_CONNECTIONS = 2;
/** A server that has gone silent must not hold up the shutdown. */
const POOL_CLOSE_MS = 5_000;

/** Knows the consumers of one pool: refuses one too many, and closes all of them before the pool. */
export function trackConsumers(pool: Pool) {
  const consumers = new Set<Promise<Consumer>>();
  let closing: Promise<void> | undefined;
  return {
    async add(start: () => Promise<Consumer>): Promise<Consumer> {
      if (closing) throw closed();
      if (consumers.size + SPARE_CONNECTIONS >= pool.options.max) throw tooManyConsumers(pool.options.max);
      const starting = start();
      consumers.add(starting);
      try {
        const consumer = await starting;
        return { close: () => consumer.close().finally(() => consumers.delete(starting)) };
      } catch (error) {
        consumers.delete(starting);
        throw error;
      }
    },
    closeThen(closeRest: () => Promise<void>): Promise<void> {
      closing ??= closeAll(pool, consumers, closeRest);
      return closing;
    },
  };
}

async function closeAll(
  pool: Pool,
  consumers: ReadonlySet<Promise<Consumer>>,
  closeRest: () => Promise<void>,
): Promise<void> {
  await Promise.allSettled([...consumers].map(async (starting) => (await starting).close()));
  await closeRest();
  await settlesWithin(pool.end(), POOL_CLOSE_MS);
}

function closed(): QueueError {
  return new QueueError('QUEUES_CLOSED', 'Las colas ya están cerradas.', 'Abrirlas de nuevo con openJobQueues.');
}

function tooManyConsumers(max: number): QueueError {
  return new QueueError(
    'TOO_MANY_CONSUMERS',
    `Con ${max} conexiones caben ${Math.max(0, max - SPARE_CONNECTIONS)} consumidores.`,
    'Aumentar maxConnections o la concurrencia de un consumidor.',
  );
}
