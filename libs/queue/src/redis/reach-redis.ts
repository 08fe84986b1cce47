import { connectRedis } from './connect-redis.js';

/** Asks a Redis whether it answers, and changes nothing in it. @throws QueueError `REDIS_UNREACHABLE`. */
export async function reachRedis(url: string): Promise<void> {
  const redis = await connectRedis(url, () => undefined);
  redis.disconnect();
}
