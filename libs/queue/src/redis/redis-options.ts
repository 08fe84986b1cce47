import type { RedisOptions } from 'ioredis';

const LONGEST_RECONNECT_MS = 2_000;

/** What all connections to Redis have in common. */
export const redisOptions = {
  retryStrategy: (times: number) => Math.min(times * 100, LONGEST_RECONNECT_MS),
  // The driver waits this long for the end of a socket, also of one that is closed already, and keeps the process alive.
  disconnectTimeout: 200,
} satisfies RedisOptions;
