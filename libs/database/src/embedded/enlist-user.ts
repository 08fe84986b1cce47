import { randomInt } from 'node:crypto';
import { closeSync, existsSync, writeSync } from 'node:fs';
import { chown, mkdir, readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type Deadline, startDeadline, until } from './deadline.js';
import { EmbeddedServerError } from './embedded-server-error.js';
import { birthMark } from './process-identity.js';
import type { Report } from './progress.js';
import { isAlive, readPostmaster } from './read-postmaster.js';
import type { ServerPlace } from './server-place.js';
import { knock, postWatcher, usersDir } from './server-watcher.js';

export interface User {
  /** A watcher was there before this user, so somebody else may have a server running. */
  readonly wasWatched: boolean;
  /** Leaves; the last one to leave has the server stopped. */
  readonly leave: () => Promise<void>;
  /** Waits, for 40 seconds at most, until the server has stopped or others are seen to use it. */
  readonly untilOver: () => Promise<void>;
}

/** A little more than the watcher takes when nothing helps but force. */
const STOP_WITHIN_MS = 40_000;

/**
 * Makes this process count as a user of the server until it leaves or dies. Called under the lock of the data folder.
 *
 * @throws EmbeddedServerError `stop-timeout` when the server is being stopped and that does not end.
 */
export async function enlistUser(place: ServerPlace, deadline: Deadline, report: Report): Promise<User> {
  await prepareUsersDir(place);
  const file = join(usersDir(place), `${process.pid}.${randomInt(2 ** 32)}`);
  for (;;) {
    const found = knock(place);
    const end = found ?? (await postWatcher(place));
    if (await isCounted(place, file, { end, deadline, report }))
      return {
        wasWatched: found !== undefined,
        leave: once(() => leave(place, file, end)),
        untilOver: () => untilOver(place),
      };
    closeSync(end);
    if (found === undefined) throw new EmbeddedServerError('no-reachable-place', { about: place.cluster });
    if (deadline.passed()) throw new EmbeddedServerError('stop-timeout', { about: place.cluster });
  }
}

/** A watcher that answers is counting us; one that is gone, or is stopping the server and then goes, does not. */
async function isCounted(
  place: ServerPlace,
  file: string,
  { end, deadline, report }: { readonly end: number; readonly deadline: Deadline; readonly report: Report },
): Promise<boolean> {
  await unlink(file).catch(() => undefined);
  writeLine(end, file.slice(file.lastIndexOf('/') + 1));
  const started = performance.now();
  const answer = await until(deadline, () => {
    if (existsSync(file)) return 'counted';
    if (performance.now() - started > 500) report('waiting-for-stop');
    return isWatched(place) ? undefined : 'gone';
  });
  return answer === 'counted';
}

/** If the watcher was killed, another is posted first: it counts those who remain, and stops the server if nobody does. */
async function leave(place: ServerPlace, file: string, end: number): Promise<void> {
  await unlink(file).catch(() => undefined);
  if (!isWatched(place) && isAlive(await readPostmaster(place.cluster))) closeSync(await postWatcher(place));
  closeSync(end);
}

async function untilOver(place: ServerPlace): Promise<void> {
  await until(startDeadline(STOP_WITHIN_MS), async () => ((await isOver(place)) ? true : undefined), 20);
}

/** The watcher may have been killed at the moment of leaving. */
async function isOver(place: ServerPlace): Promise<boolean> {
  if (await hasOthers(place)) return true;
  if (isWatched(place)) return false;
  if (!isAlive(await readPostmaster(place.cluster))) return true;
  closeSync(await postWatcher(place));
  return false;
}

/** By their files; those that killed processes left behind are removed. */
async function hasOthers(place: ServerPlace): Promise<boolean> {
  const names = await readdir(usersDir(place)).catch(() => []);
  const files = names.filter((name) => /^\d+\.\d+$/.test(name));
  const dead = files.filter((name) => birthMark(Number.parseInt(name, 10)) === undefined);
  await Promise.all(dead.map((name) => unlink(join(usersDir(place), name)).catch(() => undefined)));
  return files.length > dead.length;
}

function isWatched(place: ServerPlace): boolean {
  const end = knock(place);
  if (end !== undefined) closeSync(end);
  return end !== undefined;
}

/** The watcher may die between the knock and the line. */
function writeLine(end: number, name: string): void {
  try {
    writeSync(end, `${name}\n`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}

function once<Result>(act: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined;
  return () => (result ??= act());
}

async function prepareUsersDir(place: ServerPlace): Promise<void> {
  const { uid, gid, drop } = place.account;
  await mkdir(usersDir(place), { recursive: true, mode: 0o700 });
  if (drop && (await stat(usersDir(place))).uid !== uid) await chown(usersDir(place), uid, gid);
}
