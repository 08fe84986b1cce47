import { createReadStream } from 'node:fs';
import type { EntityManager } from 'typeorm';
import type { Publisher } from '#database';
import {
  type FindingGroup,
  type FoundRelease,
  type Json,
  type ReadOptions,
  readReleases,
  type ReadSummary,
} from '#ocds';
import type { BatchRefusal, CorrectionCounts } from './batch-report.js';
import { prepareRelease } from './incoming-release.js';
import { openPublicRule, type PersonalDataPolicy } from './public-release.js';
import type { Rewriting } from './rewriting.js';
import { type ChunkTally, createChunkTally, submitChunk } from './submit-chunk.js';
import { releaseValidator } from './validate-release.js';

const RELEASES_PER_CHUNK = 200;
const CHARACTERS_PER_CHUNK = 8_000_000;

export interface ReleasesInput {
  readonly path: string;
  readonly publisher: Publisher;
  readonly batchId: string;
  readonly rewriting: Rewriting;
  readonly personalData: PersonalDataPolicy;
  readonly limits?: ReadOptions | undefined;
}

/** What the releases of a file came to. */
export interface Taken {
  readonly unchanged: number;
  readonly refusals: readonly BatchRefusal[];
  readonly ocids: readonly string[];
  readonly errors: readonly FindingGroup[];
  readonly withdrawn: readonly string[];
  readonly corrections: CorrectionCounts;
}

/** What the chunks of a file came to, in all. @param kept values of corrections that its rows had told otherwise */
export function takenOf({ unchanged, refusals, ocids, errors, withdrawn, overtaken }: ChunkTally, kept = 0): Taken {
  const corrections = { kept, overtaken };
  return { unchanged, refusals, ocids: [...ocids], errors: errors.groups(), withdrawn: [...withdrawn], corrections };
}

/** Takes in the releases of an OCDS file, inside the caller's transaction. @throws UnreadableInputError */
export async function takeReleases(
  manager: EntityManager,
  input: ReleasesInput,
): Promise<Taken & { readonly summary: ReadSummary }> {
  const toPublic = await openPublicRule(manager, input.personalData);
  const { ocidPrefix } = input.publisher;
  const { rewriting } = input;
  const validate = releaseValidator(rewriting.extensions);
  const check = (release: Json) => validate(release, { ocidPrefix });
  const reader = readReleases(createReadStream(input.path, { highWaterMark: 1 << 20 }), input.limits);
  const tally = createChunkTally();
  // One chunk is written while the next is read and checked; a connection takes one statement at a time.
  let writing: Promise<unknown> = Promise.resolve();
  for await (const chunk of inChunks(reader)) {
    const prepared = await Promise.all(chunk.map((found) => prepareRelease(rewriting.rewrite(found), check, toPublic)));
    await writing;
    writing = submitChunk(manager, input, prepared, tally);
    writing.catch(() => {}); // awaited at the next turn, where it throws
  }
  await writing;
  return { summary: reader.summary(), ...takenOf(tally) };
}

async function* inChunks(found: AsyncIterable<FoundRelease>): AsyncGenerator<FoundRelease[]> {
  let chunk: FoundRelease[] = [];
  let characters = 0;
  for await (const release of found) {
    chunk.push(release);
    characters += release.text.length;
    if (chunk.length < RELEASES_PER_CHUNK && characters < CHARACTERS_PER_CHUNK) continue;
    yield chunk;
    chunk = [];
    characters = 0;
  }
  if (chunk.length > 0) yield chunk;
}
