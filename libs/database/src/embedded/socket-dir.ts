import { chmod, chown, lstat, mkdir, mkdtemp, rmdir, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedServerError } from './embedded-server-error.js';
import { runCommand } from './run-command.js';
import type { Account } from './server-account.js';
import { SOCKET_PORT } from './server-settings.js';

/** sun_path holds 108 bytes on Linux and 104 on macOS, its end mark included: unix(7), unix(4). */
const LONGEST_FOLDER = (process.platform === 'linux' ? 107 : 103) - `/.s.PGSQL.${SOCKET_PORT}`.length;

/**
 * A folder for the socket that only the server's account can enter. The one used before is taken again, also if somebody
 * cleaned it away: programs that still know its name find the server again.
 *
 * @throws EmbeddedServerError `no-socket-place`.
 */
export async function prepareSocketDir(previous: string | undefined, account: Account): Promise<string> {
  if (previous && (await isOurs(previous, account))) return withoutLock(previous);
  for (const parent of new Set([tmpdir(), '/tmp', '/var/tmp', '/run'])) {
    const folder = await makeIn(parent, account);
    if (folder) return folder;
  }
  throw new EmbeddedServerError('no-socket-place', { about: tmpdir() });
}

/** PostgreSQL takes a lock left here for valid when its number was reused, or its process is dead but unreaped. */
async function withoutLock(folder: string): Promise<string> {
  await unlink(join(folder, `.s.PGSQL.${SOCKET_PORT}.lock`)).catch(() => undefined);
  return folder;
}

/** The name is known and the parent open to all: what stands there may be somebody else's. */
async function isOurs(folder: string, account: Account): Promise<boolean> {
  await mkdir(folder, { mode: 0o700 }).then(
    () => hand(folder, account),
    () => undefined,
  );
  const found = await lstat(folder).catch(() => undefined);
  if (!found?.isDirectory() || found.uid !== account.uid || (found.mode & 0o077) !== 0) return false;
  return canWrite(folder, account);
}

async function makeIn(parent: string, account: Account): Promise<string | undefined> {
  if (Buffer.byteLength(join(parent, 'c7-XXXXXX')) > LONGEST_FOLDER) return undefined;
  const folder = await mkdtemp(join(parent, 'c7-')).catch(() => undefined);
  if (!folder) return undefined;
  await hand(folder, account);
  if (await canWrite(folder, account)) return folder;
  await rmdir(folder);
  return undefined;
}

async function hand(folder: string, account: Account): Promise<void> {
  await chmod(folder, 0o700);
  if (account.drop) await chown(folder, account.uid, account.gid);
}

/** Asked of the account itself: its way may be barred higher up, by a TMPDIR that is private to root. */
async function canWrite(folder: string, account: Account): Promise<boolean> {
  return (await runCommand('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder], { account })).exitCode === 0;
}
