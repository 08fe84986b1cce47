import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type LivePostmaster, readPostmaster } from '../../libs/database/src/embedded/read-postmaster.js';
import { chooseServerAccount } from '../../libs/database/src/embedded/server-account.js';
import { ask, connect, isRoot, openWorkshop, expectAbsentSoon } from '../integration/embedded-opener.js';

const workshop = openWorkshop();
afterAll(() => workshop.clear());

/** A server whose data are not thrown away when it does not start. */
const KEEP = { disposable: false };

/** The backends of a killed server keep a new one out until they have noticed. */
const PATIENT_START = 'for try in 1 2 3 4 5 6 7 8 9; do "$@" && exit; sleep 0.3; done; exit 1';

/** An opener that has the server of a new data folder running. */
async function opened(name: string, options = {}) {
  const folder = workshop.dataDir(name);
  const opener = workshop.open({ dataDir: folder, options });
  const { url, sockets } = await opener.told('open');
  return { folder, cluster: join(folder, 'postgres'), opener, url, sockets };
}

describe('the embedded server, when something dies', () => {
  it('recovers what was committed when it was killed, under the same address', async () => {
    const { folder, cluster, opener, url } = await opened('killed', KEEP);
    await ask(url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await killPostmaster(cluster);
    const second = workshop.open({ dataDir: folder });
    expect(await second.told('open')).toMatchObject({ started: 'started', url });
    expect(await ask(url, 'SELECT answer FROM kept')).toBe(42);
    await second.stop();
    expect(await ask(url, 'SELECT answer FROM kept')).toBe(42);
    await opener.stop();
    await expectAbsentSoon(folder);
  });

  it('can be stopped when it is dead already', async () => {
    const { cluster, opener } = await opened('stop the dead');
    await killPostmaster(cluster);
    expect(await opener.stop()).toBeLessThan(3_000);
  });

  it('starts though the number of its dead process belongs to another process now', async () => {
    const { folder, cluster, opener } = await opened('reused', KEEP);
    await killPostmaster(cluster);
    await opener.kill();
    const stranger = await runAsServerAccount(folder, 'sleep 30');
    const pidFile = join(cluster, 'postmaster.pid');
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^.*/, String(stranger.pid)));
    const second = workshop.open({ dataDir: folder, options: KEEP });
    expect(await second.told('open')).toMatchObject({ started: 'started' });
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    stranger.kill();
    await second.stop();
  });

  it('waits for one that somebody else is starting, and joins it', async () => {
    const { folder, cluster, opener, url } = await opened('recovering', KEEP);
    await ask(url, 'CREATE TABLE bulk AS SELECT g, repeat(md5(g::text), 20) FROM generate_series(1, 60000) g').catch(
      () => undefined,
    );
    const [program, ...args] = startCommand(cluster);
    await killPostmaster(cluster);
    const other = await runAsServerAccount(folder, PATIENT_START, program!, ...args);
    for (let tries = 0; tries < 2_000 && (await readPostmaster(cluster)).state === 'dead'; tries++) await pause(5);
    const second = workshop.open({ dataDir: folder, options: KEEP });
    expect(await second.told('open')).toMatchObject({ started: 'joined', url });
    expect(await ask(url, 'SELECT count(*)::int FROM bulk')).toBe(60_000);
    await second.stop();
    await opener.stop();
    expect(other.exitCode).toBe(0);
  });

  it('starts at the same place when the temporary folder was emptied under it', async () => {
    const { folder, opener, url, sockets } = await opened('emptied');
    rmSync(sockets, { recursive: true });
    const second = workshop.open({ dataDir: folder });
    expect(await second.told('open')).toMatchObject({ started: 'started', url });
    expect(await ask(url, 'SELECT 1 AS one')).toBe(1);
    await second.stop();
    expect(await ask(url, 'SELECT 1 AS one')).toBe(1);
    await opener.stop();
    await expectAbsentSoon(folder);
  });

  it('takes another place when the old one is somebody else’s now', async () => {
    const { folder, opener, sockets } = await opened('squatted');
    await opener.stop();
    writeFileSync(sockets, '');
    const second = workshop.open({ dataDir: folder });
    const answer = await second.told('open');
    expect(answer.sockets).not.toBe(sockets);
    await second.stop();
    rmSync(sockets);
  });

  it('counts its old users too when the watcher was killed and another took over', async () => {
    const { folder, cluster, opener, url } = await opened('unwatched');
    for (const pid of watchersOf(folder)) process.kill(pid, 'SIGKILL');
    const second = workshop.open({ dataDir: folder });
    expect(await second.told('open')).toMatchObject({ started: 'joined' });
    await second.stop();
    await pause(500);
    expect(await ask(url, 'SELECT 1 AS one')).toBe(1);
    for (const pid of watchersOf(folder)) process.kill(pid, 'SIGKILL');
    await opener.stop();
    expect(await readPostmaster(cluster)).toEqual({ state: 'absent' });
  });

  it('never takes a half-made cluster for one', async () => {
    const folder = workshop.dataDir('half made');
    const first = workshop.open({ dataDir: folder });
    await first.told('progress');
    await pause(250);
    await first.kill();
    expect(readdirSync(folder).some((name) => name.startsWith('postgres.new-'))).toBe(true);
    const second = workshop.open({ dataDir: folder });
    expect(await second.told('open')).toMatchObject({ started: 'created' });
    expect(readdirSync(folder).filter((name) => name.startsWith('postgres.new-'))).toEqual([]);
    await second.stop();
  });

  it('is not left behind when the process is killed at the moment of starting it', async () => {
    const { folder, opener } = await opened('instant');
    await opener.stop();
    for (const delay of [5, 15, 30, 60]) {
      const victim = workshop.open({ dataDir: folder });
      while ((await victim.told('progress')).step !== 'starting');
      await pause(delay);
      await victim.kill();
    }
    await pause(2_500);
    await expectAbsentSoon(folder);
  });

  it('waits a bounded time for clients that do not go', async () => {
    const { opener, url, cluster } = await opened('clinging');
    const lingering = await connect(url);
    const waited = await opener.stop();
    expect(waited).toBeGreaterThan(8_000);
    expect(waited).toBeLessThan(20_000);
    await expect(lingering.query('SELECT 1')).rejects.toThrow(/terminat|not queryable/);
    expect(await readPostmaster(cluster)).toEqual({ state: 'absent' });
  });
});

(isRoot && canUnshare() ? describe : describe.skip)(
  'the embedded server, when containers share the data folder',
  () => {
    it('is not started a second time from another of them', async () => {
      const { folder, opener, url } = await opened('shared volume');
      const under = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc'];
      const foreign = workshop.open({ dataDir: folder, under });
      expect(await foreign.told('failed')).toMatchObject({ code: 'in-use-elsewhere' });
      expect(await ask(url, 'SELECT 1 AS one')).toBe(1);
      await opener.stop();
      const later = workshop.open({ dataDir: folder, under });
      expect(await later.told('open')).toMatchObject({ started: 'started' });
      await later.stop();
    });
  },
);

async function killPostmaster(cluster: string): Promise<void> {
  const { pid } = (await readPostmaster(cluster)) as LivePostmaster;
  process.kill(pid, 'SIGKILL');
  while ((await readPostmaster(cluster)).state !== 'dead') await pause(10);
}

async function runAsServerAccount(folder: string, script: string, ...args: readonly string[]) {
  const { uid, gid, drop } = await chooseServerAccount(join(folder, 'postgres'));
  return spawn('/bin/sh', ['-c', script, 'sh', ...args], { cwd: '/', stdio: 'ignore', ...(drop ? { uid, gid } : {}) });
}

/** The whole command line of the last start, each argument in quotes. */
function startCommand(cluster: string): readonly string[] {
  const [program, ...args] = readFileSync(join(cluster, 'postmaster.opts'), 'utf8')
    .trim()
    .split(/ (?=")/);
  return [program!, ...args.map((argument) => argument.slice(1, -1))];
}

function watchersOf(folder: string): readonly number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => isWatcherIn(pid, folder)).map(Number);
}

function isWatcherIn(pid: string, folder: string): boolean {
  try {
    const isWatcher = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('c7-postgres-watcher');
    return isWatcher && execFileSync('readlink', [`/proc/${pid}/cwd`], { encoding: 'utf8' }).startsWith(folder);
  } catch {
    return false;
  }
}

function canUnshare(): boolean {
  try {
    execFileSync('unshare', ['--pid', '--fork', '--mount-proc', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    process.stdout.write('skipped: this machine does not let us make a container\n');
    return false;
  }
}
