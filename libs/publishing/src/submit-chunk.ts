import type { EntityManager } from 'typeorm';
import { insertRows, type Publisher } from '#database';
import { createFindingCollector, type FindingCollector } from '#ocds';
import type { BatchRefusal } from './batch-report.js';
import { noteOvertaken } from './corrections/note-overtaken.js';
import type { IncomingRelease, Unidentified } from './incoming-release.js';
import { storableText } from './storable.js';
import { submitReleases, type Submission } from './submit-releases.js';

/** What the chunks of a file came to so far. */
export interface ChunkTally {
  unchanged: number;
  readonly refusals: BatchRefusal[];
  readonly ocids: Set<string>;
  readonly errors: FindingCollector;
  /** Withdrawn processes of which something new came. */
  readonly withdrawn: Set<string>;
  /** Values of corrections that releases of the file tell otherwise. */
  overtaken: number;
}

export function createChunkTally(): ChunkTally {
  return {
    unchanged: 0,
    refusals: [],
    ocids: new Set(),
    errors: createFindingCollector(),
    withdrawn: new Set(),
    overtaken: 0,
  };
}

export interface ChunkOrigin {
  readonly publisher: Publisher;
  readonly batchId: string;
}

/** Submits some releases of a file, keeps aside those that are refused, and adds to the tally. */
export async function submitChunk(
  manager: EntityManager,
  { publisher, batchId }: ChunkOrigin,
  prepared: readonly (IncomingRelease | Unidentified)[],
  tally: ChunkTally,
): Promise<Submission> {
  const identified = prepared.filter((one): one is IncomingRelease => 'ocid' in one);
  const nameless = prepared.filter((one): one is Unidentified => !('ocid' in one));
  const submission = await submitReleases(manager, { publisher, batchId }, identified);
  const refusals = asideOf(submission, nameless);
  await insertRows(
    manager,
    'refused_release',
    ['batch_id', 'publisher_id', 'ocid', 'release_id', 'pointer', 'reason', 'message', 'document'],
    refusals.map((r) => [
      batchId,
      publisher.id,
      r.ocid,
      r.id,
      r.pointer,
      r.reason,
      storableText(r.message),
      r.document,
    ]),
  );
  tally.unchanged += submission.unchanged;
  tally.refusals.push(...refusals.map(({ pointer, reason, message }) => ({ pointer, reason, message })));
  for (const ocid of submission.touched) tally.ocids.add(ocid);
  for (const { ocid } of submission.stored) if (submission.withdrawn.has(ocid)) tally.withdrawn.add(ocid);
  tally.overtaken += await noteOvertaken(manager, { publisherId: publisher.id, batchId }, submission.stored);
  addErrors(identified, tally);
  return submission;
}

function asideOf(submission: Submission, nameless: readonly Unidentified[]) {
  return [
    ...nameless.map((one) => ({ ...one, ocid: null, id: null, reason: 'no-identity' })),
    ...submission.refused.map(({ release, reason, message }) => ({ ...release, reason, message })),
  ];
}

function addErrors(releases: readonly IncomingRelease[], { errors }: ChunkTally): void {
  for (const { verdict, pointer } of releases) {
    if (verdict.valid) continue;
    const groups = verdict.groups.filter(({ severity }) => severity === 'error');
    errors.add(groups, pointer);
  }
}
