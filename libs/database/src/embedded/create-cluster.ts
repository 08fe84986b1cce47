import { chown, lchown, lstat, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedServerError } from './embedded-server-error.js';
import { type Binaries, majorVersion } from './find-binaries.js';
import { nameError, saysDiskFull } from './name-error.js';
import type { Report } from './progress.js';
import { runCommand } from './run-command.js';
import type { ServerPlace } from './server-place.js';

/**
 * Sorting and case follow PostgreSQL's own C.UTF-8, which is the same everywhere. The system's character classes matter
 * beside it: text search splits words by them, and under plain C it takes « and ¿ for letters.
 */
const CHARACTER_CLASSES = ['C.UTF-8', 'en_US.UTF-8', 'es_MX.UTF-8', 'UTF-8', 'C'];

/** The administrator's name in the cluster; the socket's folder is closed to everybody else, so there is no password. */
export const SUPERUSER = 'c7';

/**
 * @param durable whether the new files are flushed to the disk.
 * @returns false when there is a cluster already.
 * @throws EmbeddedServerError `data-dir-not-a-directory`, `not-a-cluster`, `other-major-version`, `disk-full`, `init-failed`, `no-account`.
 */
export async function createClusterIfMissing(
  place: ServerPlace,
  binaries: Binaries,
  { durable, report }: { readonly durable: boolean; readonly report: Report },
): Promise<boolean> {
  if (await isCluster(place.cluster, binaries)) return false;
  report('creating');
  await removeUnfinished(place.home);
  const unfinished = join(place.home, `postgres.new-${process.pid}`);
  try {
    await mkdir(unfinished, { mode: 0o700 });
    if (place.account.drop) await chown(unfinished, place.account.uid, place.account.gid);
    await initialise(unfinished, { place, binaries, durable, report });
    await rename(unfinished, place.cluster);
    await flushFolder(place.home);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw nameError(error, place.cluster);
  }
  return true;
}

/** Gives every file of a cluster to the account that will run it: one that was copied or restored by root. */
export async function ownCluster({ cluster, account }: ServerPlace): Promise<void> {
  if (account.drop && (await stat(cluster)).uid !== account.uid) await chownTree(cluster, account.uid, account.gid);
}

async function isCluster(cluster: string, binaries: Binaries): Promise<boolean> {
  const found = await stat(cluster).catch(() => undefined);
  if (!found) return false;
  if (!found.isDirectory()) throw new EmbeddedServerError('data-dir-not-a-directory', { about: cluster });
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (version === majorVersion(binaries)) return true;
  if (version)
    throw new EmbeddedServerError('other-major-version', {
      about: `${cluster}, ${version} (${majorVersion(binaries)})`,
    });
  if ((await readdir(cluster)).length > 0) throw new EmbeddedServerError('not-a-cluster', { about: cluster });
  return false;
}

async function initialise(
  folder: string,
  {
    place,
    binaries,
    durable,
    report,
  }: { readonly place: ServerPlace; readonly binaries: Binaries; readonly durable: boolean; readonly report: Report },
): Promise<void> {
  let output = '';
  for (const locale of CHARACTER_CLASSES) {
    if (locale === 'C') report('plain-characters');
    const result = await runCommand(
      join(binaries.native, 'bin', 'initdb'),
      [...initdbArguments(folder, locale), ...(durable ? [] : ['--no-sync'])],
      { account: place.account, environment: binaries.environment },
    );
    if (result.exitCode === 0) return;
    output = result.output;
    if (!/invalid locale|locale name/i.test(output)) break;
  }
  throw initFailure(place.cluster, output);
}

function initdbArguments(folder: string, locale: string): readonly string[] {
  return [
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    '--encoding=UTF8',
    `--locale=${locale}`,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--auth-local=trust',
    '--auth-host=reject',
    '--no-instructions',
  ];
}

function initFailure(cluster: string, output: string): EmbeddedServerError {
  const log = output.trim().split('\n').slice(-8);
  if (saysDiskFull(output)) return new EmbeddedServerError('disk-full', { about: cluster, log });
  if (output.includes('could not look up effective user'))
    return new EmbeddedServerError('no-account', { about: log.join(' ') });
  return new EmbeddedServerError('init-failed', { about: cluster, log });
}

/** What a creation left behind that was killed. */
async function removeUnfinished(home: string): Promise<void> {
  for (const name of await readdir(home))
    if (name.startsWith('postgres.new-')) await rm(join(home, name), { recursive: true, force: true, maxRetries: 3 });
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

async function chownTree(path: string, uid: number, gid: number): Promise<void> {
  await lchown(path, uid, gid);
  if ((await lstat(path)).isDirectory())
    for (const name of await readdir(path)) await chownTree(join(path, name), uid, gid);
}
