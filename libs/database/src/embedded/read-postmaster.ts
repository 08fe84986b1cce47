import { constants, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { birthMark } from './process-identity.js';

export interface LivePostmaster {
  readonly state: 'starting' | 'ready' | 'stopping';
  readonly pid: number;
  readonly sockets: string;
}

export type Postmaster =
  | { readonly state: 'absent' }
  /** Its file is still there, but the process is gone or its number belongs to another one now. */
  | { readonly state: 'dead' }
  | LivePostmaster;

/** Higher than any process number can be. */
const NO_PROCESS = 2 ** 31 - 1;

/**
 * What runs on a cluster, by its `postmaster.pid`: process number, data folder, start time, port, socket folder, address,
 * shared memory, status; a line each (src/include/utils/pidfile.h).
 */
export async function readPostmaster(cluster: string): Promise<Postmaster> {
  const text = await readFile(pidFile(cluster), 'utf8').catch(() => undefined);
  if (text === undefined) return { state: 'absent' };
  const [pid, , , , sockets = '', , , status = ''] = text.split('\n').map((line) => line.trim());
  if (!isPostmasterOf(cluster, Number(pid))) return { state: 'dead' };
  return { state: stateOf(status), pid: Number(pid), sockets };
}

export function isAlive(postmaster: Postmaster): postmaster is LivePostmaster {
  return postmaster.state !== 'absent' && postmaster.state !== 'dead';
}

/**
 * Makes the file of a dead postmaster name no living process, or PostgreSQL would refuse to start if the number was reused.
 * The file is not deleted: by its shared memory line PostgreSQL knows that orphaned backends are still at work.
 */
export async function disownDeadPostmaster(cluster: string): Promise<void> {
  const text = await readFile(pidFile(cluster), 'utf8');
  const flag = constants.O_WRONLY | constants.O_TRUNC | constants.O_NOFOLLOW;
  await writeFile(pidFile(cluster), text.replace(/^.*/, String(NO_PROCESS)), { flag });
}

function stateOf(status: string): LivePostmaster['state'] {
  if (status === 'ready' || status === 'standby') return 'ready';
  return status === 'stopping' ? 'stopping' : 'starting';
}

function isPostmasterOf(cluster: string, pid: number): boolean {
  if (!(pid > 1) || birthMark(pid) === undefined) return false;
  return process.platform === 'linux' ? worksIn(cluster, pid) : namesFolder(cluster, pid);
}

/** A postmaster's current folder is its cluster, also after the cluster was moved under it. */
function worksIn(cluster: string, pid: number): boolean {
  try {
    const program = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0]!;
    return basename(program) === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

function namesFolder(cluster: string, pid: number): boolean {
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).includes(cluster);
  } catch {
    return false;
  }
}

function pidFile(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}
