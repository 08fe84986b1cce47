import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** The Redis of this machine, or undefined when it has none. */
export const redisProgram = ['redis-server', 'valkey-server'].find(
  (program) => spawnSync(program, ['--version']).status === 0,
);

/** Jest hides what a spec prints when all of it is skipped, hence not by the console. */
export function sayWithoutRedis(what: string): void {
  if (!redisProgram) process.stderr.write(`Skipped: ${what}. There is no redis-server or valkey-server on PATH.\n`);
}

/** A Redis of its own for a spec, in memory only: stopping it loses everything. */
export interface TestRedis {
  readonly url: string;
  readonly admin: Redis;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Stops it for good and removes its folder. */
  remove(): Promise<void>;
}

export async function createTestRedis(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'queue-redis-'));
  const port = await freePort();
  const admin = new Redis(port, '127.0.0.1', { lazyConnect: true, retryStrategy: () => 50 });
  admin.on('error', () => undefined);
  let server: ChildProcess | undefined;
  const redis: TestRedis = {
    url: `redis://127.0.0.1:${port}`,
    admin,
    async start() {
      server = spawn(redisProgram!, ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', folder]);
      await once(server.stdout!, 'data');
      await admin.ping();
    },
    async stop() {
      if (!server || server.exitCode !== null) return;
      const stopped = once(server, 'exit');
      server.kill('SIGKILL');
      await stopped;
    },
    async remove() {
      admin.disconnect();
      await redis.stop();
      await rm(folder, { recursive: true });
    },
  };
  await redis.start();
  return redis;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
