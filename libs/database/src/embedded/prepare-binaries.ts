import { existsSync } from 'node:fs';
import { chmod, cp, lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { completeLinks } from './complete-links.js';
import { EmbeddedServerError } from './embedded-server-error.js';
import type { Report } from './progress.js';
import { type Binaries, readBinaries } from './find-binaries.js';
import { runCommand } from './run-command.js';
import type { ServerPlace } from './server-place.js';

/**
 * Makes sure that the server's account can run the binaries: adds missing library links and, when that account cannot
 * reach them (a project under /root), copies them once to a folder it can.
 *
 * @throws EmbeddedServerError `binaries-broken`.
 */
export async function prepareBinaries(found: Binaries, place: ServerPlace, report: Report): Promise<Binaries> {
  const here = await completeLinks(found, join(place.home, `postgres-links-${found.version}`));
  const complaint = await whyNotRunnable(here, place);
  if (!complaint) return here;
  if (!place.account.drop) throw broken(here, complaint);
  const copy = await completeLinks(await copyOnce(found, place.systemDir, report), '/nonexistent');
  const complaintOfCopy = await whyNotRunnable(copy, place);
  if (complaintOfCopy) throw broken(copy, complaintOfCopy);
  return copy;
}

async function whyNotRunnable(binaries: Binaries, { account }: ServerPlace): Promise<string | undefined> {
  const program = join(binaries.native, 'bin', 'postgres');
  const { exitCode, output } = await runCommand(program, ['--version'], { account, environment: binaries.environment });
  return exitCode === 0 ? undefined : output || `exit ${exitCode}`;
}

function broken(binaries: Binaries, output: string): EmbeddedServerError {
  return new EmbeddedServerError('binaries-broken', { about: binaries.native, log: output.trim().split('\n') });
}

/** The copy gets its name only when it is whole. */
async function copyOnce(found: Binaries, systemDir: string, report: Report): Promise<Binaries> {
  const target = join(systemDir, `postgres-${found.version}`);
  if (existsSync(target)) return readBinaries(target);
  report('copying-binaries');
  const temporary = `${target}.new-${process.pid}`;
  await mkdir(temporary, { recursive: true });
  await cp(found.native, join(temporary, 'native'), { recursive: true, verbatimSymlinks: true });
  await cp(join(dirname(found.native), 'package.json'), join(temporary, 'package.json'));
  await openToAll(temporary);
  await rename(temporary, target).catch(() => rm(temporary, { recursive: true }));
  return readBinaries(target);
}

/** A strict umask at install time left files that only root may read. */
async function openToAll(path: string): Promise<void> {
  const { mode, ...kind } = await lstat(path).then((entry) => ({
    mode: entry.mode & 0o777,
    isFolder: entry.isDirectory(),
    isLink: entry.isSymbolicLink(),
  }));
  if (kind.isLink) return;
  await chmod(path, kind.isFolder || mode & 0o100 ? 0o755 : 0o644);
  if (kind.isFolder) for (const name of await readdir(path)) await openToAll(join(path, name));
}
