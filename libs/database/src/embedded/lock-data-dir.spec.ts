import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDeadline } from './deadline.js';
import { lockDataDir } from './lock-data-dir.js';
import { birthMark, kernelAndPidNamespace } from './process-identity.js';

const silent = (): void => undefined;
const here = kernelAndPidNamespace();
const living = { pid: process.pid, born: birthMark(process.pid), ...here };

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'c7-lock-'))));
afterEach(() => rm(folder, { recursive: true }));

function take(timeoutMs: number): Promise<() => Promise<void>> {
  return lockDataDir(folder, startDeadline(timeoutMs), silent);
}

describe('lockDataDir', () => {
  it('lets one after the other in, and leaves nothing behind', async () => {
    let inside = 0;
    let most = 0;
    const visit = async (): Promise<void> => {
      const unlock = await take(20_000);
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside--;
      await unlock();
    };
    await Promise.all(Array.from({ length: 8 }, visit));
    expect(most).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });

  it('gives up after the time it was given, and names the file', async () => {
    await writeFile(join(folder, 'postgres.lock'), JSON.stringify(living));
    await expect(take(60)).rejects.toMatchObject({
      code: 'lock-timeout',
      problem: { es: expect.stringContaining(join(folder, 'postgres.lock')) },
    });
    expect(await readdir(folder)).toEqual(['postgres.lock']);
  });

  it.each([
    ['a process that is no more', { ...living, pid: 2 ** 22 + 1 }],
    ['a process whose number was given to another', { ...living, born: `${here.boot}/1` }],
    ['the time before a reboot', { ...living, boot: 'another boot' }],
    ['half-written nonsense', 'nonsense'],
  ])('takes the lock of %s away', async (_, holder) => {
    await writeFile(join(folder, 'postgres.lock'), typeof holder === 'string' ? holder : JSON.stringify(holder));
    const unlock = await take(5_000);
    expect(JSON.parse(await readFile(join(folder, 'postgres.lock'), 'utf8'))).toMatchObject(living);
    await unlock();
    expect(await readdir(folder)).toEqual([]);
  });

  it('believes a process of another container for ten minutes', async () => {
    const file = join(folder, 'postgres.lock');
    await writeFile(file, JSON.stringify({ ...living, pid: 1, pids: 'pid:[another]' }));
    await expect(take(60)).rejects.toMatchObject({ code: 'lock-timeout' });
    const long = Date.now() / 1000 - 11 * 60;
    await utimes(file, long, long);
    await (
      await take(5_000)
    )();
    expect(await readdir(folder)).toEqual([]);
  });

  it('does not remove a lock that somebody else has taken since', async () => {
    const unlock = await take(1_000);
    await writeFile(join(folder, 'postgres.lock'), 'another');
    await unlock();
    expect(await readdir(folder)).toEqual(['postgres.lock']);
  });
});
