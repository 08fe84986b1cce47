import { randomInt } from 'node:crypto';
import { link, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Deadline, until } from './deadline.js';
import { EmbeddedServerError } from './embedded-server-error.js';
import { birthMark, kernelAndPidNamespace } from './process-identity.js';
import type { Report } from './progress.js';

interface Holder {
  readonly pid: number;
  readonly born: string;
  readonly boot: string;
  readonly pids: string;
}

/** A holder in another container cannot be looked up; opening takes minutes at the very most. */
const FOREIGN_LOCK_AGE_MS = 10 * 60_000;

/**
 * Takes the one right to open, create or start the server of a data folder. The lock file holds the process and its birth,
 * so that one left behind by a dead process is recognised even if the number was given to another since.
 *
 * @returns gives it back.
 * @throws EmbeddedServerError `lock-timeout`.
 */
export async function lockDataDir(dataDir: string, deadline: Deadline, report: Report): Promise<() => Promise<void>> {
  const file = join(dataDir, 'postgres.lock');
  const draft = `${file}.${process.pid}.${randomInt(2 ** 32)}`;
  const content = JSON.stringify({ pid: process.pid, born: birthMark(process.pid), ...kernelAndPidNamespace(), draft });
  try {
    await writeFile(draft, content, { flag: 'wx' });
    if (!(await until(deadline, () => takeOnce(file, draft, report), 25)))
      throw new EmbeddedServerError('lock-timeout', { about: file });
  } finally {
    await unlink(draft).catch(() => undefined);
  }
  return () => giveBack(file, content);
}

/** Linking the written draft makes the lock and its content appear in one step, and fails when there is one already. */
async function takeOnce(file: string, draft: string, report: Report): Promise<true | undefined> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A file system without hard links says EPERM: link(2).
    if (code === 'EPERM') throw new EmbeddedServerError('unsupported-filesystem', { about: file, cause: error });
    if (code !== 'EEXIST') throw error;
  }
  const found = await readFile(file, 'utf8').catch(() => undefined);
  if (found === undefined) return undefined;
  if (await isHeld(file, found)) report('waiting-for-other');
  else await clearAway(file, found, `${draft}.stale`);
  return undefined;
}

async function isHeld(file: string, content: string): Promise<boolean> {
  const holder = parseHolder(content);
  const here = kernelAndPidNamespace();
  if (!holder || holder.boot !== here.boot) return false;
  if (holder.pids === here.pids) return birthMark(holder.pid) === holder.born;
  const age = Date.now() - (await stat(file).catch(() => ({ mtimeMs: 0 }))).mtimeMs;
  return age < FOREIGN_LOCK_AGE_MS;
}

/**
 * Two processes may find the same stale lock, and the slower one would remove the lock the faster one has just taken.
 * So it is renamed first, looked at, and put back if it is not the stale one.
 */
async function clearAway(file: string, staleContent: string, aside: string): Promise<void> {
  try {
    await rename(file, aside);
    if ((await readFile(aside, 'utf8')) !== staleContent) await link(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  await unlink(aside).catch(() => undefined);
}

async function giveBack(file: string, content: string): Promise<void> {
  const found = await readFile(file, 'utf8').catch(() => undefined);
  if (found === content) await unlink(file);
}

function parseHolder(content: string): Holder | undefined {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
