import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseProfile, type Profile } from '#sources';

/** Beside the libraries, in the sources as in the build. */
const FOLDER = fileURLToPath(new URL('../../../schemas/profiles/', import.meta.url));

let loaded: Promise<readonly Profile[]> | undefined;

/**
 * The mapping profiles that come with the platform, read once, in the order of their names.
 *
 * @throws ProfileError when one of them is not valid
 */
export function loadProfiles(): Promise<readonly Profile[]> {
  loaded ??= readProfiles();
  return loaded;
}

async function readProfiles(): Promise<readonly Profile[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(names.map(async (name) => parseProfile(await readFile(FOLDER + name, 'utf8'), name)));
}
