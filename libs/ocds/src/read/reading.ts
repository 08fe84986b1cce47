import type { ByteWindow } from './byte-window.js';
import type { PartWatcher } from './found-part.js';
import type { FoundRelease } from './found-release.js';
import type { ReadLimits } from './read-options.js';
import type { ReadLog } from './read-log.js';
import type { ValueScanner } from './value-scanner.js';

/** One reading of one input: where it is, and what it has seen. */
export interface Reading {
  readonly window: ByteWindow;
  readonly scanner: ValueScanner;
  readonly limits: ReadLimits;
  readonly log: ReadLog;
  readonly watch: PartWatcher;
  /** Pointer of what is being read, for the error of an input that ends in it. */
  inside: string;
}

/** A piece of reading. It hands out releases as it meets them, and `undefined` when it needs the next chunk. */
export type Steps<Result = void> = Generator<FoundRelease | undefined, Result>;
