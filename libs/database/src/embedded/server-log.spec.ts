import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastLogLines, pruneLogs } from './server-log.js';
import type { ServerPlace } from './server-place.js';

let place: ServerPlace;
beforeEach(async () => {
  const home = await mkdtemp(join(tmpdir(), 'c7-log-'));
  const account = { name: 'one', uid: 1, gid: 1, drop: false };
  place = { dataDir: home, home, cluster: join(home, 'postgres'), systemDir: home, note: undefined, account };
  await mkdir(join(place.cluster, 'log'), { recursive: true });
});
afterEach(() => rm(place.home, { recursive: true }));

describe('the log of the server', () => {
  it('is quoted with the lines of the start first and at most so many', async () => {
    await writeFile(join(place.home, 'postgres-start.log'), 'starting\n');
    await writeFile(join(place.cluster, 'log', 'postgres-2.log'), 'first\nsecond\nthird\n');
    expect(await lastLogLines(place, 0)).toEqual(['starting', 'first', 'second', 'third']);
    expect(await lastLogLines(place, 0, 2)).toEqual(['second', 'third']);
  });

  it('is not quoted from an earlier run', async () => {
    const file = join(place.cluster, 'log', 'postgres-1.log');
    await writeFile(file, 'old\n');
    await utimes(file, 1_000, 1_000);
    expect(await lastLogLines(place, Date.now())).toEqual([]);
  });

  it('keeps its ten newest files', async () => {
    const names = Array.from({ length: 13 }, (_, number) => `postgres-202611${10 + number}-000000.log`);
    for (const name of names) await writeFile(join(place.cluster, 'log', name), '');
    await pruneLogs(place);
    expect((await readdir(join(place.cluster, 'log'))).toSorted()).toEqual(names.slice(3));
  });
});
