import { lstatSync } from 'node:fs';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import type { Binaries } from './find-binaries.js';

interface Link {
  /** Both are relative to the package's folder. */
  readonly source: string;
  readonly target: string;
}

/**
 * npm packages carry no symbolic links; the binaries' install script makes those of their libraries. Where it did not run
 * (`--ignore-scripts`) they are made here: in place or, when that is read-only, in a folder of our own.
 *
 * @param spareFolder where links go that cannot stand in place.
 * @returns the binaries with the environment they need.
 */
export async function completeLinks(binaries: Binaries, spareFolder: string): Promise<Binaries> {
  const root = dirname(binaries.native);
  const links = (await readLinks(binaries.native)).filter(({ target }) => !isThere(join(root, target)));
  if (links.length === 0) return binaries;
  try {
    for (const { source, target } of links) await link(join(root, source), join(root, target));
    return binaries;
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  await mkdir(spareFolder, { recursive: true });
  for (const { source, target } of links) await link(join(root, source), join(spareFolder, basename(target)), true);
  return { ...binaries, environment: searchPath([spareFolder, join(binaries.native, 'lib')]) };
}

async function readLinks(native: string): Promise<readonly Link[]> {
  return JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]'));
}

/** Another process may be making the same links. */
async function link(source: string, target: string, absolute = false): Promise<void> {
  await symlink(absolute ? source : relative(dirname(target), source), target).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

/** A link of our own does not suffice alone: the programs look for the rest beside themselves only while no path is given. */
function searchPath(folders: readonly string[]): Readonly<Record<string, string>> {
  return { [process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH']: folders.join(':') };
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isRefusal(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '');
}
