import { spawn } from 'node:child_process';
import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedServerError } from './embedded-server-error.js';
import { runCommand, spawnSetting } from './run-command.js';
import type { ServerPlace } from './server-place.js';
import { SOCKET_PORT } from './server-settings.js';

const { O_RDONLY, O_WRONLY, O_NONBLOCK, O_NOFOLLOW } = constants;

/** Every user of the server keeps the named pipe `door` in here open; beside it a file for each user lies. */
export function usersDir({ home }: ServerPlace): string {
  return join(home, 'postgres-users');
}

/**
 * The watcher stops the server when its last user has gone, however it went: the kernel closes a killed process's end of
 * the pipe. It belongs to no terminal and ignores what is sent to the program's process group or control group.
 *
 * Each line it reads is a newcomer; making that file answers it. After the last user has gone it answers nobody any more,
 * so nobody takes for granted a server that is about to stop. The server is asked to wait for its clients (10 s),
 * then to drop them (20 s), then to leave everything lying. A server being started writes its process number with a delay.
 */
const SCRIPT = `
trap '' HUP INT TERM
while read -r user; do : >"$user"; done
cd ../postgres || exit
runs() { read -r pid <postmaster.pid && [ "$pid" -gt 1 ] && { [ ! -d /proc/self ] || [ "/proc/$pid/cwd" -ef . ]; } && kill -0 "$pid"; }
stop() { kill "-$1" "$pid"; left=$2; while runs && [ "$left" -gt 0 ]; do sleep 0.1 || sleep 1; left=$((left - 1)); done; }
runs || sleep 1
sockets=$(sed -n 5p postmaster.pid)
runs && stop TERM 100
runs && stop INT 200
runs && stop QUIT 50
runs || rm -f "$sockets/.s.PGSQL.${SOCKET_PORT}" "$sockets/.s.PGSQL.${SOCKET_PORT}.lock"
rmdir "$sockets"
`;

/**
 * Opens the user's end of the pipe without waiting.
 *
 * @returns undefined when no watcher reads the other end.
 */
export function knock(place: ServerPlace): number | undefined {
  try {
    const fd = openSync(doorFile(place), O_WRONLY | O_NONBLOCK | O_NOFOLLOW);
    if (fstatSync(fd).isFIFO()) return fd;
    closeSync(fd);
    throw unsupported(place);
  } catch (error) {
    if (['ENXIO', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

/**
 * Starts a watcher. The pipe is used again where there is one: users of a watcher that was killed still hold it open, so
 * the new one counts them too.
 *
 * @returns the user's end of the pipe.
 */
export async function postWatcher(place: ServerPlace): Promise<number> {
  await makeDoor(place);
  const door = doorFile(place);
  // A pipe opens for writing only when it is open for reading; the watcher's end must block, so it is opened once more.
  const first = openSync(door, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
  const userEnd = openSync(door, O_WRONLY | O_NONBLOCK | O_NOFOLLOW);
  const watcherEnd = openSync(door, O_RDONLY | O_NOFOLLOW);
  closeSync(first);
  const watcher = spawn('/bin/sh', ['-c', SCRIPT, 'c7-postgres-watcher'], {
    ...spawnSetting({ account: place.account }),
    cwd: usersDir(place),
    detached: true,
    stdio: [watcherEnd, 'ignore', 'ignore'],
  });
  watcher.on('error', () => undefined).unref();
  closeSync(watcherEnd);
  return userEnd;
}

/** Node cannot make a named pipe. */
async function makeDoor(place: ServerPlace): Promise<void> {
  const { account } = place;
  const made = await runCommand(
    '/bin/sh',
    ['-c', 'test -p "$1" || { rm -f "$1" && mkfifo -m 600 "$1"; }', 'sh', doorFile(place)],
    { account },
  );
  if (made.exitCode !== 0) throw unsupported(place, made.output);
}

function unsupported(place: ServerPlace, output = ''): EmbeddedServerError {
  return new EmbeddedServerError('unsupported-filesystem', { about: usersDir(place), log: output.trim().split('\n') });
}

function doorFile(place: ServerPlace): string {
  return join(usersDir(place), 'door');
}
