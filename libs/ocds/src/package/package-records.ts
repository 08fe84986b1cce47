import type { MergeError } from '../merge/merge-error.js';
import { makeRecord, type PackedRelease, type RecordOptions } from './make-record.js';
import { packageOpening } from './package-opening.js';
import { type PackageMeta, recordPackageText } from './package-text.js';
import { type PackagingOptions, type Stream, writePackages } from './write-packages.js';

/** A record that has no compiled release, and why. */
export interface RecordFault {
  readonly ocid: string;
  readonly error: MergeError;
}

export interface RecordPackagingOptions extends PackagingOptions, RecordOptions {
  /** Told of each process whose releases cannot be merged; its record goes out with its releases alone. */
  readonly onFault?: (fault: RecordFault) => void;
}

/**
 * Record packages of the processes that come, as pieces of JSON Lines text (a package a line): each record with its
 * releases, embedded or linked, its compiled release and, when asked for, its versioned release. Memory follows the
 * largest process.
 * https://standard.open-contracting.org/1.1/en/schema/record_package/
 *
 * @param processes the releases of each process by its ocid: what `groupByOcid` gives
 * @param meta `{n}` in its `uri` becomes the number of the package, from 1
 */
export function packageRecords(
  processes: Stream<readonly [ocid: string, releases: readonly PackedRelease[]]>,
  meta: PackageMeta,
  options: RecordPackagingOptions = {},
): AsyncGenerator<string> {
  const openingOf = packageOpening((head) => recordPackageText(head, []), meta);
  return writePackages(openingOf, recordTexts(processes, options), options);
}

async function* recordTexts(
  processes: Stream<readonly [string, readonly PackedRelease[]]>,
  options: RecordPackagingOptions,
): AsyncGenerator<string> {
  for await (const [ocid, releases] of processes) {
    const { text, fault } = makeRecord(ocid, releases, options);
    if (fault) options.onFault?.({ ocid, error: fault });
    yield text;
  }
}
