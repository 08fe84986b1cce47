import { Redis } from 'ioredis';
import { QueueError } from '../queue-error.js';
import { redisOptions } from './redis-options.js';

const CONNECT_TIMEOUT_MS = 5_000;
/** A command waits no longer for its answer, so that no SQL transaction stays open for a silent Redis. */
const COMMAND_TIMEOUT_MS = 10_000;

/**
 * A connection that fails at once while Redis is away and comes back by itself.
 *
 * @throws QueueError `REDIS_UNREACHABLE` when it cannot be opened now.
 */
export async function connectRedis(url: string, onError: (error: Error) => void): Promise<Redis> {
  const redis = new Redis(url, {
    ...redisOptions,
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: CONNECT_TIMEOUT_MS,
    commandTimeout: COMMAND_TIMEOUT_MS,
  });
  let lastError: Error | undefined;
  const keep = (error: Error) => void (lastError = error);
  redis.on('error', keep);
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    redis.disconnect();
    throw unreachable(redis, lastError ?? error);
  }
  redis.off('error', keep).on('error', onError);
  return redis;
}

function unreachable({ options }: Redis, cause: unknown): QueueError {
  const place = options.path ?? `${options.host}:${options.port}`;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new QueueError(
    'REDIS_UNREACHABLE',
    `No se puede usar Redis en ${place}: ${reason}.`,
    'Revisar REDIS_URL y que Redis esté en marcha, o quitar REDIS_URL para usar PostgreSQL también para las colas.',
    cause,
  );
}
