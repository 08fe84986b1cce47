import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access, chmod, constants, mkdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EmbeddedServerError } from './embedded-server-error.js';
import { nameError } from './name-error.js';
import { runCommand } from './run-command.js';
import { type Account, chooseServerAccount } from './server-account.js';
import { readServerNote, type ServerNote } from './server-note.js';

export interface ServerPlace {
  readonly dataDir: string;
  /** Holds the cluster, what its users share and the log of its start: the data folder, or one in `systemDir`. */
  readonly home: string;
  readonly cluster: string;
  readonly account: Account;
  /** Where things go that the server's account must reach while the project is closed to it. */
  readonly systemDir: string;
  readonly note: ServerNote | undefined;
}

/**
 * The data folder, made if it was not there, with its links resolved.
 *
 * @throws EmbeddedServerError `data-dir-not-a-directory`, `data-dir-not-writable`, `disk-full`.
 */
export async function prepareDataDir(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK | constants.X_OK);
    return await realpath(dataDir);
  } catch (error) {
    throw nameError(error, dataDir);
  }
}

/**
 * Where the server of a data folder lives and whose it is. The answer is the same for every later command:
 * it is noted in the folder, and without the note it follows from the folder's path.
 *
 * @throws EmbeddedServerError `cluster-missing`, `no-reachable-place`, and those of the account.
 */
export async function settleServerPlace(dataDir: string, systemDir: string, passwdFile?: string): Promise<ServerPlace> {
  const note = await readServerNote(dataDir);
  const home = note ? resolve(dataDir, note.home) : await chooseHome(dataDir, systemDir, passwdFile);
  const cluster = join(home, 'postgres');
  if (note && home !== dataDir && !existsSync(cluster))
    throw new EmbeddedServerError('cluster-missing', { about: cluster });
  return { dataDir, home, cluster, account: await chooseServerAccount(cluster, passwdFile), systemDir, note };
}

async function chooseHome(dataDir: string, systemDir: string, passwdFile?: string): Promise<string> {
  const inPlace = join(dataDir, 'postgres');
  const account = await chooseServerAccount(inPlace, passwdFile);
  if (!account.drop || (await canEnter(account, dataDir))) return dataDir;
  if (existsSync(join(inPlace, 'PG_VERSION'))) throw new EmbeddedServerError('no-reachable-place', { about: inPlace });
  const home = join(systemDir, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
  await makeReachable(account, [systemDir, home]);
  return home;
}

async function canEnter(account: Account, folder: string): Promise<boolean> {
  return (await runCommand('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { account })).exitCode === 0;
}

/** The mode is set apart from the making, since the umask may take it away. */
async function makeReachable(account: Account, folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    await mkdir(folder, { recursive: true });
    if ((await stat(folder)).uid === 0) await chmod(folder, 0o755);
  }
  const last = folders.at(-1)!;
  if (!(await canEnter(account, last))) throw new EmbeddedServerError('no-reachable-place', { about: last });
}
