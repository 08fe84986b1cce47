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
  const fail = (path: string, error: unknown) => {
    failed++;
    process.stderr.write(`${inputName(path)}: ${describeError(error)}\n`);
  };
  async function* files(): AsyncGenerator<ReleaseFile> {
    for await (const path of findInputs(paths, fail)) yield openFile(path, fail);
  }
  return { [Symbol.asyncIterator]: files, failed: () => failed };
}

/** The releases of all files. */
export async function* releasesOf(files: ReleaseFiles): AsyncGenerator<FoundRelease> {
  for await (const { releases } of files) yield* releases;
}

/** Is told of a path, or of a file below it, that cannot be read. */
export type OnFailure = (path: string, error: unknown) => void;

/** The files that the command line names, and `-` for standard input, one after another. */
export async function* findInputs(paths: readonly string[], onFailure: OnFailure): AsyncGenerator<string> {
  for (const path of paths) {
    try {
      yield* path === '-' ? [path] : await findSourceFiles(path);
    } catch (error) {
      onFailure(path, error);
    }
  }
}

/** What an input is called in all that is said of it. */
export function inputName(path: string): string {
  return path === '-' ? 'entrada estándar' : path;
}

/** Fewer turns of the event loop than with the usual 64 KiB. */
const CHUNK_BYTES = 1 << 18;

function openFile(path: string, onFailure: OnFailure): ReleaseFile {
  const name = inputName(path);
  const reader = readReleases(path === '-' ? process.stdin : createReadStream(path, { highWaterMark: CHUNK_BYTES }));
  async function* releases(): AsyncGenerator<FoundRelease> {
    try {
      yield* showProgress(name, reader);
    } catch (error) {
      onFailure(path, error);
    }
    for (const { reason, count } of reader.summary().notices) {
      process.stderr.write(`${name}: ${reason.es}${count > 1 ? ` (${count})` : ''}\n`);
    }
  }
  return { name, releases: releases(), summary: () => reader.summary() };
}
