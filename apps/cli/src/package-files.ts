import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { findInputs, inputName } from './release-files.js';
import { describeError } from './report-error.js';
import { SourceFault } from './source-fault.js';

/** A file of packages. */
export interface PackageFile {
  readonly name: string;
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** Files, every JSON file below a folder, and standard input for `-`. @throws SourceFault for what is not there */
export async function* packageFiles(paths: readonly string[]): AsyncGenerator<PackageFile> {
  for await (const path of findInputs(paths, refuse)) {
    yield { name: inputName(path), open: () => (path === '-' ? process.stdin : bytesOf(path)) };
  }
}

function refuse(path: string, error: unknown): never {
  throw new SourceFault(inputName(path), describeError(error), '');
}

/** The same, to be opened more than once: what cannot be, a pipe, is kept in a temporary file meanwhile. */
export async function* rereadablePackageFiles(paths: readonly string[]): AsyncGenerator<PackageFile> {
  for await (const file of packageFiles(paths)) {
    if (await isRegular(file.name)) yield file;
    else yield* kept(file);
  }
}

function bytesOf(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: 1 << 18 });
}

async function isRegular(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function* kept({ name, open }: PackageFile): AsyncGenerator<PackageFile> {
  const folder = await mkdtemp(join(tmpdir(), 'c7-'));
  try {
    const path = join(folder, 'entrada');
    await pipeline(open(), createWriteStream(path));
    yield { name, open: () => bytesOf(path) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
