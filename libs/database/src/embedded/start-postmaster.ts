import { spawn } from 'node:child_process';
import { closeSync, constants, openSync } from 'node:fs';
import { rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ownCluster } from './create-cluster.js';
import { type Deadline, until } from './deadline.js';
import { EmbeddedServerError } from './embedded-server-error.js';
import type { Binaries } from './find-binaries.js';
import { saysDiskFull } from './name-error.js';
import { kernelAndPidNamespace } from './process-identity.js';
import { disownDeadPostmaster, readPostmaster } from './read-postmaster.js';
import { spawnSetting } from './run-command.js';
import { lastLogLines, pruneLogs, startLogFile } from './server-log.js';
import { writeServerNote } from './server-note.js';
import type { ServerPlace } from './server-place.js';
import { serverArguments } from './server-settings.js';
import { prepareSocketDir } from './socket-dir.js';

interface StartSetting {
  readonly durable: boolean;
  readonly deadline: Deadline;
  /** The socket folder to take again when it can be. */
  readonly previousSockets: string | undefined;
}

/** Another server holds the cluster after all, or backends of one that was killed have not noticed yet. */
const PASSING = /lock file "postmaster.pid" already exists|pre-existing shared memory block/;

/**
 * Starts the server in a session of its own, so that Ctrl-C in the terminal does not reach it before the program has
 * closed its connections, and waits until it is ready. Called when no server lives on the cluster.
 *
 * @returns false when it may succeed if tried again.
 * @throws EmbeddedServerError `start-failed`, `disk-full`, `start-timeout`, `no-socket-place`.
 */
export async function startPostmaster(
  place: ServerPlace,
  binaries: Binaries,
  { durable, deadline, previousSockets }: StartSetting,
): Promise<boolean> {
  await ownCluster(place);
  await pruneLogs(place);
  const sockets = await prepareSocketDir(previousSockets, place.account);
  await noteStart(place, binaries, sockets);
  if ((await readPostmaster(place.cluster)).state === 'dead') await disownDeadPostmaster(place.cluster);
  const since = Date.now();
  const ending = spawnPostmaster(place, binaries, serverArguments({ sockets, durable }));
  const outcome = await until(deadline, async () => ending.reason ?? (await isReady(place, ending.pid)));
  if (outcome === 'ready') return true;
  const log = [...(await lastLogLines(place, since)), ...(ending.message ? [ending.message] : [])];
  if (outcome === 'exited' && PASSING.test(log.join())) return pause(200, false);
  if (outcome === 'exited') await rmdir(sockets).catch(() => undefined);
  throw startError(place, outcome, log);
}

function noteStart({ dataDir, home }: ServerPlace, { version }: Binaries, sockets: string): Promise<void> {
  const startedIn = kernelAndPidNamespace();
  return writeServerNote(dataDir, { home: home === dataDir ? '.' : home, sockets, version, startedIn });
}

function startError(
  { cluster }: ServerPlace,
  outcome: 'exited' | undefined,
  log: readonly string[],
): EmbeddedServerError {
  if (outcome === undefined) return new EmbeddedServerError('start-timeout', { about: cluster, log });
  return new EmbeddedServerError(saysDiskFull(log.join()) ? 'disk-full' : 'start-failed', { about: cluster, log });
}

interface Ending {
  readonly pid: number | undefined;
  reason?: 'exited';
  message?: string;
}

function spawnPostmaster(place: ServerPlace, binaries: Binaries, settings: readonly string[]): Ending {
  const { O_WRONLY, O_CREAT, O_TRUNC, O_APPEND, O_NOFOLLOW } = constants;
  const log = openSync(startLogFile(place), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_NOFOLLOW, 0o600);
  const child = spawn(join(binaries.native, 'bin', 'postgres'), ['-D', place.cluster, ...settings], {
    ...spawnSetting({ account: place.account, environment: binaries.environment }),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const ending: Ending = { pid: child.pid };
  child.on('error', (error) => Object.assign(ending, { reason: 'exited', message: error.message }));
  child.on('exit', () => Object.assign(ending, { reason: 'exited' }));
  child.unref();
  return ending;
}

async function isReady({ cluster }: ServerPlace, pid: number | undefined): Promise<'ready' | undefined> {
  const postmaster = await readPostmaster(cluster);
  return postmaster.state === 'ready' && postmaster.pid === pid ? 'ready' : undefined;
}
