import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { backupStore, restoreStore } from '#backup';
import { createTestDatabase } from '#database';
import { askForAllUploads, openPlatform, startIntake, verifyStore } from '#publishing';
import { readSettings } from '#settings';
import { contract, csv } from '../contract-file.js';
import { openIntake, type TestIntake } from '../open-intake.js';
import { createTestRedis, redisProgram, sayWithoutRedis } from './queue/redis-server.js';

type TestDatabase = Awaited<ReturnType<typeof createTestDatabase>>;

let intake: TestIntake;
let folder: string;
let archive: string;
let uploadId: string;
let target: TestDatabase;

// Something to restore: an upload that nobody has read yet.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'c7-elsewhere-'));
  archive = join(folder, 'respaldo.c7');
  intake = await openIntake();
  await intake.stopReading();
  const { body } = await intake.client.send(csv([contract('1')]), 'preview=true');
  uploadId = body.id;
  await backupStore({ url: intake.test.databaseUrl, target: createWriteStream(archive) });
});
afterAll(async () => {
  await intake.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  target = await createTestDatabase();
});
afterEach(() => target.drop());

const restore = (url: string, replace = false) => restoreStore({ url, replace, source: createReadStream(archive) });

/** The restored upload, read by a worker that knows of it by its job alone. */
async function readRestored(url: string, environment: Readonly<Record<string, string>> = {}): Promise<string> {
  const settings = readSettings({ ...environment, DATABASE_URL: url });
  const open = await openPlatform({ settings, dataDir: '', publicUrl: 'https://compras.example' });
  const { platform } = open;
  const state = async () => {
    const rows = (await platform.dataSource.query('SELECT state FROM upload WHERE id = $1', [uploadId])) as {
      state: string;
    }[];
    return rows[0]!.state;
  };
  expect(await askForAllUploads(platform)).toBe(1);
  const reading = await startIntake(platform, { onError: () => {}, lostAfterSeconds: 86_400 });
  for (const end = Date.now() + 30_000; (await state()) === 'received' || (await state()) === 'checking';) {
    if (Date.now() > end) break;
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
  await reading.stop();
  const faults = (await verifyStore(platform.dataSource)).filter(({ ok }) => !ok);
  expect(faults).toEqual([]);
  const end = await state();
  await open.close();
  return end;
}

sayWithoutRedis('a restored store with its queues in Redis');

describe('a restored store', () => {
  it.each(['PostgreSQL', ...(redisProgram ? ['an empty Redis'] : [])])(
    'reads the uploads that waited, with its queues in %s',
    async (backend) => {
      const redis = backend === 'PostgreSQL' ? undefined : await createTestRedis();
      try {
        await restore(target.url);
        expect(await readRestored(target.url, redis && { REDIS_URL: redis.url })).toBe('ready');
      } finally {
        await redis?.remove();
      }
    },
  );

  it('needs no superuser: who owns the database may restore it, over what is there too', async () => {
    const url = await asPlainOwner(target.url);
    await restore(url);
    expect(await readRestored(url)).toBe('ready');
    await restore(url, true);
    const again = join(folder, 'otra-vez.c7');
    await backupStore({ url, target: createWriteStream(again) });
  });

  it('is not put over one where people edited nothing but references', async () => {
    const settings = readSettings({ DATABASE_URL: target.url });
    const open = await openPlatform({ settings, dataDir: '', publicUrl: 'https://compras.example' });
    const { dataSource } = open.platform;
    await dataSource.query(
      `INSERT INTO reference_version (kind, key, version, data, source, reason, actor_kind, actor_id, actor_name)
       VALUES ('role', 'inventado', 1, '{}', '{}', 'x', 'account', 'x', 'Ana')`,
    );
    await open.close();
    await expect(restore(target.url)).rejects.toMatchObject({ code: 'STORE_NOT_EMPTY' });
    await restore(target.url, true);
  });
});

/** Gives the database to a role that can sign in and nothing else, as a hosting service would. */
async function asPlainOwner(url: string): Promise<string> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  const name = `dueno_${Date.now()}`;
  const { rows } = await admin.query<{ db: string }>('SELECT current_database() AS db');
  await admin.query(`CREATE ROLE ${name} LOGIN; GRANT c7_desk TO ${name}`);
  await admin.query(`ALTER DATABASE ${rows[0]!.db} OWNER TO ${name}`);
  await admin.end();
  return url.replace(/\/\/[^@/]*@?/, `//${name}@`);
}
