import { readdir, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerPlace } from './server-place.js';

const FILES_KEPT = 10;

/** What the server says before its own log begins, and why it did not begin. */
export function startLogFile({ home }: ServerPlace): string {
  return join(home, 'postgres-start.log');
}

/**
 * The last lines of what the server said, oldest first: those of its start, then those of its own log.
 *
 * @param since milliseconds since 1970: a log that was not written to after this tells of an earlier run.
 */
export async function lastLogLines(place: ServerPlace, since: number, count = 12): Promise<readonly string[]> {
  const files = [startLogFile(place), ...(await logFiles(place)).slice(-1)];
  const texts = await Promise.all(files.map((file) => readSince(file, since)));
  return texts
    .flatMap((text) => text.split('\n').slice(-count - 1))
    .filter(Boolean)
    .slice(-count);
}

/** Keeps the newest files; the server begins a new one each day and after 10 MB. */
export async function pruneLogs(place: ServerPlace): Promise<void> {
  const old = (await logFiles(place)).slice(0, -FILES_KEPT);
  await Promise.all(old.map((file) => unlink(file).catch(() => undefined)));
}

/** Oldest first, by the time in their names. */
async function logFiles({ cluster }: ServerPlace): Promise<readonly string[]> {
  const folder = join(cluster, 'log');
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith('.log'))
    .toSorted()
    .map((name) => join(folder, name));
}

/** The clock of the file system may lag behind by a tick. */
async function readSince(file: string, since: number): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  return found && found.mtimeMs >= since - 1000 ? readFile(file, 'utf8') : '';
}
