import { randomBytes } from 'node:crypto';
import { createWriteStream, createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { backupStore, restoreStore, type TableEnd } from '#backup';
import { createTestDatabase, openDataSource } from '#database';
import { generateProcesses } from '#demo';
import {
  askForAllPending,
  findPublisher,
  ingestFile,
  openPlatform,
  openStoredFile,
  startPublishing,
  verifyStore,
  waitUntilPublished,
} from '#publishing';
import { readSettings } from '#settings';
import { examplePackage, exampleRelease } from '../example-releases.js';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { writeInput } from '../write-input.js';

type TestDatabase = Awaited<ReturnType<typeof createTestDatabase>>;

let test: TestPlatform;
let folder: string;
let target: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'c7-backup-'));
  test = await openTestPlatform();
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  target = await createTestDatabase();
});
afterEach(() => target.drop());

let number = 0;
async function backup(url = test.databaseUrl): Promise<{ path: string; tables: readonly TableEnd[] }> {
  const path = join(folder, `respaldo-${++number}`);
  const tables = await backupStore({ url, target: createWriteStream(path) });
  return { path, tables };
}
const restore = (path: string, replace = false) =>
  restoreStore({ url: target.url, replace, source: createReadStream(path) });

async function ingest(content: unknown, profile = 'ocds') {
  const publisher = await findPublisher(test.platform.dataSource, 'sepaf');
  return ingestFile(test.platform, { path: await writeInput(content), publisher, profile });
}

/** Opens the restored store as the product does, publishes what waits, and checks it. */
async function bringUp<Result>(work: (platform: TestPlatform['platform']) => Promise<Result>) {
  const settings = readSettings({ DATABASE_URL: target.url });
  const open = await openPlatform({ settings, dataDir: '', publicUrl: 'https://compras.example' });
  try {
    const { platform } = open;
    const waited = await askForAllPending(platform);
    const publishing = await startPublishing(platform, () => {});
    const pending = (await platform.dataSource.query('SELECT ocid FROM record WHERE wanted > published')) as {
      ocid: string;
    }[];
    await waitUntilPublished(
      platform.dataSource,
      pending.map(({ ocid }) => ocid),
    );
    await publishing.stop();
    const checks = await verifyStore(platform.dataSource);
    return { waited, faults: checks.filter(({ ok }) => !ok), result: await work(platform) };
  } finally {
    await open.close();
  }
}

async function rowsOf(url: string, table: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${table} t ORDER BY 1`);
  await client.end();
  return rows.map(({ row }) => row);
}

it('comes back whole: every row of every table, the uploaded file byte for byte, keys, and what waited gets published', async () => {
  await test.publish((await ingest(examplePackage([exampleRelease(1), exampleRelease(2)]))).ocids);
  const upload = examplePackage([exampleRelease(3, { description: 'ñandú '.repeat(50_000) })]);
  const sent = await readFile(await writeInput(upload));
  const { batchId } = await ingest(upload); // not published: its job is lost on purpose
  const { path, tables } = await backup();
  const report = await restore(path);
  expect(report.tables).toEqual(tables);
  expect(report.migrated).toEqual([]);
  for (const { table, rows } of tables) {
    const before = await rowsOf(test.databaseUrl, table);
    expect([table, before.length]).toEqual([table, rows]);
    expect(await rowsOf(target.url, table)).toEqual(before);
  }
  const { waited, faults, result } = await bringUp(async (platform) => {
    const [batch] = (await platform.dataSource.query('SELECT sha256 FROM batch WHERE id = $1', [batchId])) as {
      sha256: string;
    }[];
    await using file = await openStoredFile(platform.dataSource.manager, batch!.sha256);
    const publisher = await findPublisher(platform.dataSource, 'sepaf');
    const next = await ingestFile(platform, {
      path: await writeInput(examplePackage([exampleRelease(4)])),
      publisher,
      profile: 'ocds',
    });
    return { stored: await readFile(file.path), next: next.batchId };
  });
  expect([waited, faults]).toEqual([1, []]);
  expect(result.stored.equals(sent)).toBe(true);
  expect(Number(result.next)).toBeGreaterThan(Number(batchId));
});

it('of an older version is brought to this one', async () => {
  const old = await createTestDatabase();
  const dataSource = await openDataSource(old.url, 2);
  const all = [...dataSource.migrations];
  dataSource.migrations.splice(2);
  await dataSource.runMigrations({ transaction: 'each' });
  await dataSource.query(
    `INSERT INTO publisher (id, name, ocid_prefix) VALUES ('vieja', 'Dependencia vieja', 'ocds-viejas')`,
  );
  await dataSource.query(`INSERT INTO source_file (sha256, bytes) VALUES ('x', 1)`);
  await dataSource.query(`INSERT INTO source_file_chunk VALUES ('x', 0, '')`);
  await dataSource.query(
    `INSERT INTO batch (publisher_id, sha256, file_name, profile) VALUES ('vieja', 'x', 'a.json', 'ocds')`,
  );
  await dataSource.destroy();
  const { path } = await backup(old.url);
  const { migrated } = await restore(path);
  expect(migrated).toEqual(all.slice(2).map(({ name, constructor }) => name ?? constructor.name));
  const { faults, result } = await bringUp((platform) => findPublisher(platform.dataSource, 'vieja'));
  expect(faults).toEqual([]);
  expect(result).toMatchObject({ name: 'Dependencia vieja' });
  expect(await rowsOf(target.url, '(SELECT id, rows FROM batch)')).toEqual(['(1,{})']);
  await old.drop();
});

describe('an archive that is not to be trusted', () => {
  let whole: Buffer;
  let before: string[];

  beforeAll(async () => {
    // What does not compress, so that the middle of the archive is inside a table.
    const description = randomBytes(300_000).toString('base64');
    await test.publish((await ingest(examplePackage([exampleRelease(50, { description })]))).ocids);
    whole = await readFile((await backup()).path);
  });

  async function refusal(bytes: Buffer): Promise<unknown> {
    const path = join(folder, `malo-${++number}`);
    await writeFile(path, bytes);
    return restore(path, true).catch((error: unknown) => error);
  }

  it('is refused with the place, and the store stays as it was', async () => {
    await restore((await backup()).path);
    before = await rowsOf(target.url, 'release');
    const plain = gunzipSync(whole);
    const flipped = (at: number, bytes: Buffer = plain) => {
      const copy = Buffer.from(bytes);
      copy[at]! ^= 1;
      return copy;
    };
    const at = plain.indexOf('Licitaci');
    const cases: readonly [string, Buffer, string, RegExp][] = [
      ['cut in the gzip', whole.subarray(0, whole.length / 2), 'ARCHIVE_CUT', /termina en/],
      ['cut between blocks', gzipSync(plain.subarray(0, plain.indexOf('E\0\0'))), 'ARCHIVE_CUT', /termina en la tabla/],
      [
        'cut before its trailer',
        gzipSync(plain.subarray(0, plain.lastIndexOf('Z\0\0'))),
        'ARCHIVE_CUT',
        /sin su lista final/,
      ],
      ['a bit of the gzip', flipped(Math.floor(whole.length / 2), whole), 'ARCHIVE_DAMAGED', /byte|tabla/],
      ['a bit of a row', gzipSync(flipped(at)), 'ARCHIVE_DAMAGED', /tabla \w+/],
      [
        'a count',
        gzipSync(
          Buffer.from(
            plain.toString('latin1').replace(/"rows":(\d)/, (_, n) => `"rows":${9 - Number(n)}`),
            'latin1',
          ),
        ),
        'ARCHIVE_DAMAGED',
        /tabla \w+/,
      ],
      [
        'another table',
        gzipSync(Buffer.from(plain.toString('latin1').replace('{"table":"batch"', '{"table":"pg_authid"'), 'latin1')),
        'ARCHIVE_DAMAGED',
        /byte \d+/,
      ],
      [
        'a column',
        gzipSync(Buffer.from(plain.toString('latin1').replace('"ocid_prefix"', '"x\\";DROP "'), 'latin1')),
        'ARCHIVE_DAMAGED',
        /byte \d+/,
      ],
      [
        'a newer program',
        gzipSync(
          Buffer.from(
            plain.toString('latin1').replace('CreateStore1763800000000', 'CreateStore9763800000000'),
            'latin1',
          ),
        ),
        'ARCHIVE_NEWER',
        /más nueva/,
      ],
      ['no archive', gzipSync('hola'), 'NOT_AN_ARCHIVE', /No es un respaldo/],
      ['no gzip', Buffer.from('hola, soy un texto cualquiera'), 'NOT_AN_ARCHIVE', /No es un respaldo/],
      ['nothing', Buffer.alloc(0), 'ARCHIVE_CUT', /byte 0/],
      [
        'a bomb',
        gzipSync(
          Buffer.concat([Buffer.from('C7BACKUP1\nH'), Buffer.from([255, 255, 255, 255]), Buffer.alloc(50_000_000)]),
        ),
        'ARCHIVE_DAMAGED',
        /byte 10/,
      ],
    ];
    for (const [name, bytes, code, message] of cases) {
      const failure = await refusal(bytes);
      expect([name, failure]).toEqual([
        name,
        expect.objectContaining({ code, message: expect.stringMatching(message) }),
      ]);
    }
    expect(await rowsOf(target.url, 'release')).toEqual(before);
  }, 120_000);

  it('is not put over a store with data, nor under a running product, unless told', async () => {
    const { path } = await backup();
    await restore(path);
    await expect(restore(path)).rejects.toMatchObject({ code: 'STORE_NOT_EMPTY' });
    const running = await openDataSource(target.url, 1);
    await expect(restore(path, true)).rejects.toMatchObject({ code: 'STORE_IN_USE' });
    await running.destroy();
    await expect(restore(path, true)).resolves.toBeDefined();
  });
});

it('tells a file that cannot be read as it is', async () => {
  const source = new Readable({ read: () => undefined });
  setTimeout(() => source.destroy(Object.assign(new Error('disco'), { code: 'EIO' })), 50);
  await expect(restoreStore({ url: target.url, replace: false, source })).rejects.toMatchObject({ code: 'EIO' });
});

it('is one instant of a store that is being written to', async () => {
  const lines = [...generateProcesses({ processes: 200, seed: 11 })].map((release) => JSON.stringify(release));
  const publisher = await findPublisher(test.platform.dataSource, 'demo');
  const publishing = await startPublishing(test.platform, () => {});
  const parts = await Promise.all(
    [0, 1, 2, 3].map((n) =>
      writeInput(lines.slice(n * (lines.length / 4), (n + 1) * (lines.length / 4)).join('\n'), `parte-${n}.jsonl`),
    ),
  );
  const progress = { over: false };
  const ingesting = (async () => {
    for (const path of parts) await ingestFile(test.platform, { path, publisher, profile: 'ocds' });
    progress.over = true;
  })();
  const during: string[] = [];
  while (!progress.over) during.push((await backup()).path);
  await ingesting;
  await publishing.stop();
  expect(during.length).toBeGreaterThan(1);
  const batches = new Set<number>();
  for (const path of [during[0]!, during[Math.floor(during.length / 2)]!, during.at(-1)!]) {
    const { tables } = await restore(path, true);
    batches.add(tables.find(({ table }) => table === 'batch')!.rows);
    expect(await bringUp(async () => {})).toMatchObject({ faults: [] });
  }
  expect(batches.size).toBeGreaterThan(1);
}, 240_000);
