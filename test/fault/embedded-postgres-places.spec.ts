import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Binaries, findBinaries } from '../../libs/database/src/embedded/find-binaries.js';
import { ask, isRoot, openWorkshop, ordinaryUser } from '../integration/embedded-opener.js';

const workshop = openWorkshop();
afterAll(() => workshop.clear());

/** A copy of the installed binaries as npm leaves them when it may not run scripts. */
async function binariesWithoutLinks(name: string): Promise<Binaries> {
  const found = await findBinaries();
  const folder = join(workshop.folder, name);
  cpSync(dirname(found.native), folder, { recursive: true, verbatimSymlinks: true });
  const lib = join(folder, 'native', 'lib');
  for (const file of readdirSync(lib)) if (lstatSync(join(lib, file)).isSymbolicLink()) rmSync(join(lib, file));
  return { ...found, native: join(folder, 'native') };
}

const describeWhole = process.env['C7_QUICK'] ? describe.skip : describe;

describeWhole('the binaries of the embedded server', () => {
  it('get the library links that npm did not make', async () => {
    const binaries = await binariesWithoutLinks('scriptless');
    const opener = workshop.open({ dataDir: workshop.dataDir('links'), options: { binaries } });
    expect(await opener.told('open')).toMatchObject({ started: 'created' });
    expect(readdirSync(join(binaries.native, 'lib'))).toContain('libicuuc.so.60');
    await opener.stop();
  });

  it('are told with words when they cannot be run', async () => {
    const binaries = await binariesWithoutLinks('broken');
    for (const program of ['postgres', 'initdb'])
      writeFileSync(join(binaries.native, 'bin', program), '#!/nonexistent\n');
    const opener = workshop.open({
      dataDir: workshop.dataDir('broken data'),
      options: { binaries, systemDir: join(workshop.folder, 'system of broken') },
    });
    const failure = await opener.told('failed');
    expect(failure).toMatchObject({ name: 'EmbeddedServerError', code: 'binaries-broken' });
    expect(failure.remedy).toContain('DATABASE_URL');
  });
});

(isRoot ? describe : describe.skip)('the embedded server, started by root', () => {
  it('runs as nobody on a machine without a postgres account, and later as whoever owns the cluster', async () => {
    const dataDir = workshop.dataDir('nobody');
    const passwdFile = join(workshop.folder, 'passwd');
    writeFileSync(passwdFile, 'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65534::/:/bin/false\n');
    const first = workshop.open({ dataDir, options: { passwdFile } });
    await first.told('open');
    expect(ownerOf(join(dataDir, 'postgres'))).toBe(65534);
    await first.stop();
    const second = workshop.open({ dataDir });
    expect(await second.told('open')).toMatchObject({ started: 'started' });
    await second.stop();
  });

  it('takes a cluster into its account’s hands that root copied', async () => {
    const dataDir = workshop.dataDir('copied');
    const first = workshop.open({ dataDir });
    await first.told('open');
    await first.stop();
    execFileSync('chown', ['-R', '0:0', join(dataDir, 'postgres')]);
    const second = workshop.open({ dataDir, options: { disposable: false } });
    expect(await second.told('open')).toMatchObject({ started: 'started' });
    await second.stop();
  });

  it('keeps cluster and programs elsewhere when the project is closed to other accounts, and finds them again', async () => {
    const closed = workshop.dataDir('closed');
    chmodSync(closed, 0o700);
    const binaries = await binariesWithoutLinks('closed/node_modules');
    const systemDir = join(workshop.folder, 'system');
    const opening = { dataDir: join(closed, '.data'), options: { systemDir, binaries } };
    const first = workshop.open(opening);
    const { url } = await first.told('open');
    await ask(url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    expect(readdirSync(opening.dataDir)).toEqual(['postgres.json']);
    const { home } = JSON.parse(readFileSync(join(opening.dataDir, 'postgres.json'), 'utf8'));
    expect(dirname(home)).toBe(systemDir);
    expect(statSync(join(home, 'postgres')).mode & 0o777).toBe(0o700);

    rmSync(join(opening.dataDir, 'postgres.json'));
    const second = workshop.open(opening);
    const again = await second.told('open');
    expect(again.started).toBe('started');
    expect(await ask(again.url, 'SELECT answer FROM kept')).toBe(42);
    await second.stop();

    rmSync(home, { recursive: true });
    expect(await workshop.open(opening).told('failed')).toMatchObject({ code: 'cluster-missing' });
  });

  it('tells that there is no account it could use', async () => {
    const passwdFile = join(workshop.folder, 'only root');
    writeFileSync(passwdFile, 'root:x:0:0::/root:/bin/sh\n');
    const opener = workshop.open({ dataDir: workshop.dataDir('no account'), options: { passwdFile } });
    expect(await opener.told('failed')).toMatchObject({ code: 'no-account' });
  });

  it('passes over a temporary folder that only root may enter', async () => {
    const temporary = workshop.dataDir('root tmp');
    chmodSync(temporary, 0o700);
    const opener = workshop.open({ dataDir: workshop.dataDir('other tmp'), environment: { TMPDIR: temporary } });
    expect((await opener.told('open')).sockets).toMatch(/^\/tmp\/c7-/);
    expect(readdirSync(temporary)).toEqual([]);
    await opener.stop();
  });

  it('tells that the disk is full, leaves no half cluster, and creates it once there is room', async () => {
    const dataDir = workshop.dataDir('small disk');
    if (!mountSmall(dataDir, '24m')) return skipped('no right to mount a small disk');
    const first = workshop.open({ dataDir });
    expect(await first.told('failed')).toMatchObject({ code: 'disk-full' });
    expect(readdirSync(dataDir)).toEqual([]);
    execFileSync('mount', ['-o', 'remount,size=200m', dataDir]);
    const second = workshop.open({ dataDir });
    expect(await second.told('open')).toMatchObject({ started: 'created' });
    await second.stop();
    execFileSync('umount', [dataDir]);
  });
});

(isRoot ? describe : describe.skip)('the embedded server, started by an ordinary account', () => {
  it('finds links of its own when the installation is read-only', async () => {
    const binaries = await binariesWithoutLinks('read-only');
    const opener = workshop.open({
      dataDir: workshop.dataDir('own links', ordinaryUser),
      user: ordinaryUser,
      options: { binaries },
    });
    expect(await opener.told('open')).toMatchObject({ started: 'created' });
    expect(existsSync(join(binaries.native, 'lib', 'libicuuc.so.60'))).toBe(false);
    await opener.stop();
  });

  it('tells that it may not write to the data folder', async () => {
    const opener = workshop.open({ dataDir: workshop.dataDir('of root'), user: ordinaryUser });
    expect(await opener.told('failed')).toMatchObject({ code: 'data-dir-not-writable' });
  });

  it('tells that the cluster belongs to somebody else', async () => {
    const dataDir = workshop.dataDir('of postgres', ordinaryUser);
    mkdirSync(join(dataDir, 'postgres'));
    const opener = workshop.open({ dataDir, user: ordinaryUser });
    expect(await opener.told('failed')).toMatchObject({
      code: 'belongs-to-another-account',
      message: expect.stringContaining('root'),
    });
  });

  it('tells that it is not listed among the accounts', async () => {
    const stranger = 54_321;
    const opener = workshop.open({ dataDir: workshop.dataDir('unlisted', stranger), user: stranger });
    expect(await opener.told('failed')).toMatchObject({ code: 'no-account' });
  });
});

function ownerOf(path: string): number {
  return statSync(path).uid;
}

function mountSmall(folder: string, size: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'tmpfs', folder]).status === 0;
}

function skipped(reason: string): void {
  process.stdout.write(`skipped: ${reason}\n`);
}
