import { createReadStream } from 'node:fs';
import { readReleases, type FoundRelease, type ReadSummary } from '#ocds';
import { findSourceFiles } from './find-source-files.js';
import { describeError } from './report-error.js';
import { showProgress } from './show-progress.js';

/** One file, to be read once. */
export interface ReleaseFile {
  readonly name: string;
  /** Ends early, after telling why, where the file cannot be read further. */
  readonly releases: AsyncIterable<FoundRelease>;
  /** What the file was; complete once its releases were gone through. */
  readonly summary: () => ReadSummary;
}

/** The files that the command line names, opened one after another. */
export interface ReleaseFiles extends AsyncIterable<ReleaseFile> {
  /** Those that could not be read, or not to their end, so far. */
  readonly failed: () => number;
}

/** Files, every JSON file below a folder, and standard input for `-`. What is wrong with one goes to stderr. */
export function openReleaseFiles(paths: readonly string[]): ReleaseFiles {
  let failed = 0;
  const fail = (name: string) => (error: unknown) => {
    failed++;
    process.stderr.write(`${name}: ${describeError(error)}\n`);
  };
  async function* files(): AsyncGenerator<ReleaseFile> {
    for (const path of paths) {
      for (const name of await findFiles(path, fail(path))) yield openFile(name, fail(name));
    }
  }
  return { [Symbol.asyncIterator]: files, failed: () => failed };
}

/** The releases of all files. */
export async function* releasesOf(files: ReleaseFiles): AsyncGenerator<FoundRelease> {
  for await (const { releases } of files) yield* releases;
}

async function findFiles(path: string, onFailure: (error: unknown) => void): Promise<readonly string[]> {
  if (path === '-') return [path];
  return findSourceFiles(path).catch((error: unknown) => {
    onFailure(error);
    return [];
  });
}

function openFile(path: string, onFailure: (error: unknown) => void): ReleaseFile {
  const name = path === '-' ? 'entrada estándar' : path;
  const reader = readReleases(path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 2 ** 18 }));
  async function* releases(): AsyncGenerator<FoundRelease> {
    try {
      yield* showProgress(name, reader);
    } catch (error) {
      onFailure(error);
    }
    for (const { reason, count } of reader.summary().notices) {
      process.stderr.write(`${name}: ${reason.es}${count > 1 ? ` (${count})` : ''}\n`);
    }
  }
  return { name, releases: releases(), summary: () => reader.summary() };
}
