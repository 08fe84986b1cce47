import { createPostgresBackend, Queue, runMigrations } from 'bullmq';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { openEmbeddedServer } from '../../libs/database/src/embedded/open-embedded-server.js';
import { readPostmaster } from '../../libs/database/src/embedded/read-postmaster.js';
import { ask, connect, isRoot, openWorkshop, type Opener, ordinaryUser, expectAbsentSoon } from './embedded-opener.js';

const workshop = openWorkshop();
afterAll(() => workshop.clear());

const accounts = [
  { account: isRoot ? 'root, which PostgreSQL refuses' : 'this account', user: undefined },
  { account: 'an ordinary account', user: ordinaryUser },
];

describe.each(isRoot ? accounts : accounts.slice(0, 1))('the embedded server, opened by $account', ({ user }) => {
  const dataDir = (name: string): string => workshop.dataDir(`${name} ${user ?? 'own'}`, user);
  const open = (folder: string): Opener => workshop.open({ dataDir: folder, user });

  it('creates the cluster the first time, starts it the second, and leaves nothing running', async () => {
    const folder = dataDir('datos "ñ" de $prueba');
    const first = open(folder);
    expect(await first.told('open')).toMatchObject({ started: 'created' });
    expect(await first.stop()).toBeLessThan(5_000);
    const second = open(folder);
    const { started, sockets } = await second.told('open');
    expect(started).toBe('started');
    await second.stop();
    expect(await readPostmaster(join(folder, 'postgres'))).toEqual({ state: 'absent' });
    expect(existsSync(sockets)).toBe(false);
  });

  it('lets only its own account in: no address, a private folder, a short name', async () => {
    const opener = open(dataDir('private'));
    const { url, sockets } = await opener.told('open');
    expect(statSync(sockets).mode & 0o777).toBe(0o700);
    expect(Buffer.byteLength(join(sockets, '.s.PGSQL.5432'))).toBeLessThan(104);
    expect(await ask(url, 'SHOW listen_addresses')).toBe('');
    const others = spawnSync(process.execPath, ['-e', connectScript(url)], {
      cwd: process.cwd(),
      ...(isRoot ? { uid: 1, gid: 1 } : {}),
    });
    expect(`${others.stdout}${others.stderr}`).toContain(isRoot ? 'EACCES' : 'connected');
    await opener.stop();
  });

  it('starts once when four processes open it at the same moment', async () => {
    const folder = dataDir('rush');
    const openers = [1, 2, 3, 4].map(() => open(folder));
    const opened = await Promise.all(openers.map((opener) => opener.told('open')));
    expect(opened.map(({ started }) => started).toSorted()).toEqual(['created', 'joined', 'joined', 'joined']);
    expect(new Set(opened.map(({ url }) => url)).size).toBe(1);
    await Promise.all(openers.map((opener) => opener.stop()));
    expect(await readPostmaster(join(folder, 'postgres'))).toEqual({ state: 'absent' });
  });

  it('runs on for those who joined when the one who started it stops', async () => {
    const folder = dataDir('handed over');
    const [first, second] = [open(folder), open(folder)];
    const [{ url }] = await Promise.all([first.told('open'), second.told('open')]);
    expect(await first.stop()).toBeLessThan(1_000);
    expect(await first.stop()).toBeLessThan(1_000);
    await pause(500);
    expect(await ask(url, 'SELECT 1 AS one')).toBe(1);
    await second.stop();
    expect(await readPostmaster(join(folder, 'postgres'))).toEqual({ state: 'absent' });
  });

  it('is stopped soon after the only process that uses it is killed', async () => {
    const folder = dataDir('orphaned');
    const opener = open(folder);
    const { sockets } = await opener.told('open');
    await opener.kill('SIGKILL');
    await expectAbsentSoon(folder, sockets);
  });

  it('runs on for the others when the process that started it is killed', async () => {
    const folder = dataDir('starter killed');
    const first = open(folder);
    await first.told('open');
    const second = open(folder);
    const { url, started } = await second.told('open');
    expect(started).toBe('joined');
    await first.kill('SIGKILL');
    await pause(1_500);
    expect(await ask(url, 'SELECT 1 AS one')).toBe(1);
    await second.kill('SIGKILL');
    await expectAbsentSoon(folder);
  });

  it('does not get the Ctrl-C of the terminal', async () => {
    const folder = dataDir('interrupted');
    const opener = open(folder);
    const { url } = await opener.told('open');
    process.kill(-opener.process.pid!, 'SIGINT');
    await pause(300);
    expect(await ask(url, 'SELECT 1 AS one')).toBe(1);
    await opener.stop();
  });

  it('is started again for one who comes while it is shutting down', async () => {
    const folder = dataDir('revolving door');
    const first = open(folder);
    const { url } = await first.told('open');
    const lingering = await connect(url);
    await first.kill('SIGKILL');
    await pause(500);
    const second = open(folder);
    await second.told('progress');
    await pause(300);
    expect((await readPostmaster(join(folder, 'postgres'))).state).toBe('stopping');
    await lingering.end();
    expect(await second.told('open')).toMatchObject({ started: 'started', url });
    await second.stop();
  });
});

describe('the address of the embedded server', () => {
  it('is understood by pg, TypeORM and BullMQ, whatever the environment says of other servers', async () => {
    Object.assign(process.env, { PGHOST: '192.0.2.1', PGPORT: '1', PGSSLMODE: 'require', PGDATABASE: 'other' });
    const server = await openEmbeddedServer({ dataDir: workshop.dataDir('address'), disposable: true });
    expect(await askPool(server.url)).toBe('c7');
    expect(await askTypeorm(server.url)).toEqual([{ db: 'c7' }]);
    expect(await countJobs(server.url)).toBe(1);
    for (const name of ['PGHOST', 'PGPORT', 'PGSSLMODE', 'PGDATABASE']) delete process.env[name];
    await server.stop();
  });

  it('leads to a database that sorts alike everywhere and splits Spanish words rightly', async () => {
    const server = await openEmbeddedServer({ dataDir: workshop.dataDir('spanish'), disposable: true });
    expect(await ask(server.url, "SELECT string_agg(x, '' ORDER BY x) FROM unnest(ARRAY['ñ','z','a','B','Á']) x")).toBe(
      'BazÁñ',
    );
    expect(await ask(server.url, "SELECT to_tsvector('spanish', '«LICITACIÓN» ¿pública?')::text")).toBe(
      "'licit':1 'public':2",
    );
    expect(await ask(server.url, "SELECT current_setting('server_encoding') || current_setting('jit')")).toBe(
      'UTF8off',
    );
    await server.stop();
  });

  it('leads to data that were flushed to the disk, and logs to a bounded folder inside the cluster', async () => {
    const dataDir = workshop.dataDir('durable');
    const server = await openEmbeddedServer({ dataDir });
    for (const name of ['fsync', 'synchronous_commit', 'full_page_writes'])
      expect(await ask(server.url, `SHOW ${name}`)).toBe('on');
    expect(readdirSync(join(dataDir, 'postgres', 'log')).length).toBe(1);
    expect(JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8'))).toMatchObject({
      home: '.',
      sockets: server.connection.host,
    });
    await server.stop();
  });
});

function connectScript(url: string): string {
  return `const { Client } = require('pg'); const c = new Client(${JSON.stringify(url)});
    c.connect().then(() => console.log('connected'), (e) => console.log(e.code)).finally(() => process.exit())`;
}

async function askPool(url: string): Promise<unknown> {
  const pool = new Pool({ connectionString: url });
  const { rows } = await pool.query<{ readonly name: string }>('SELECT current_database() AS name');
  await pool.end();
  return rows[0]?.name;
}

async function askTypeorm(url: string): Promise<unknown> {
  const source = await new DataSource({ type: 'postgres', url }).initialize();
  const rows = await source.query('SELECT current_database() AS db');
  await source.destroy();
  return rows;
}

async function countJobs(url: string): Promise<number> {
  const client = await connect(url);
  await runMigrations(client, 'bullmq');
  await client.end();
  const queue = new Queue('q', { connection: { connectionString: url, schema: 'bullmq' } }, createPostgresBackend);
  await queue.add('job', {});
  const count = await queue.getWaitingCount();
  await queue.close();
  return count;
}
