import type { PublisherPolicy } from '#database';
import type { JsonObject, Release } from '#ocds';
import { contentHashOf, contentOfRelease, finishRelease, type PreviousRelease } from '#sources';
import type { MaskRelease } from '../public-release.js';
import type { KnownProcess } from './known-processes.js';
import type { MappedProcess } from './map-file.js';

/** A process as it would be published, and the hash of what is told of it. */
export interface PublicProcess {
  readonly mapped: MappedProcess;
  readonly members: JsonObject;
  readonly contentHash: string;
}

/** Masked before anything is made of it: ids and hashes that get out tell nothing of what was masked. */
export function toPublicProcess(mapped: MappedProcess, mask: MaskRelease): PublicProcess {
  const members = mask(mapped.members);
  return { mapped, members, contentHash: contentHashOf(contentOfRelease(members, mapped.ocid)) };
}

/** What is to be done with a process before anything is loaded for it. */
export type FirstLook =
  | { readonly outcome: 'unchanged' | 'held' | 'older' | 'elsewhere'; readonly known: KnownProcess }
  | { readonly outcome: 'finish' };

export interface LookOptions {
  /** Of a file that is mapped again: what a later file told of a process is not undone (`elsewhere`). */
  readonly lastToldBy: string | undefined;
  readonly policy: PublisherPolicy;
}

/**
 * A process that was told in the same way before is unchanged, or still held unless what held it is mended; one that
 * the source changed earlier than what was told last is older.
 */
export function lookAt(
  { mapped: { reported, faulty }, contentHash }: PublicProcess,
  known: KnownProcess | undefined,
  { lastToldBy, policy }: LookOptions,
): FirstLook {
  if (known === undefined) return { outcome: 'finish' };
  if (lastToldBy !== undefined && known.batchId !== lastToldBy) return { outcome: 'elsewhere', known };
  if (reported !== undefined && known.reported !== undefined && reported < known.reported) {
    return { outcome: 'older', known };
  }
  if (contentHash !== known.contentHash) return { outcome: 'finish' };
  if (known.held === undefined) return { outcome: 'unchanged', known };
  // A cell may be mended without any change of what is told: the word that was no amount is taken out.
  const isMended = known.held === 'cell-faults' && !faulty;
  const isTaken = policy === 'publish-marked' && known.held !== 'withdrawn';
  return isMended || isTaken ? { outcome: 'finish' } : { outcome: 'held', known };
}

/** The release of a process that is not known to be told already; undefined when it tells nothing new after all. */
export function releaseOf(
  { mapped: { ocid }, members, contentHash }: PublicProcess,
  now: string,
  previous: PreviousRelease | undefined,
): Release | undefined {
  const finished = finishRelease(members, { ocid, now, previous, contentHash });
  return finished.outcome === 'new' ? finished.release : undefined;
}
