import type { EntityManager } from 'typeorm';
import type { Publisher } from '#database';
import type { FindingGroup, JsonObject, Release, ReleaseValidator } from '#ocds';
import { familyOf, type PreviousRelease, type Profile } from '#sources';
import type { BatchRefusal, OrganisationCounts, RowCounts } from './batch-report.js';
import { type IncomingRelease, prepareMadeRelease } from './incoming-release.js';
import { type FirstLook, lookAt, type PublicProcess, releaseOf, toPublicProcess } from './mapping/decide-process.js';
import {
  type KnownProcess,
  loadKnownProcesses,
  loadPreviousReleases,
  saveKnownProcesses,
  supersedeHeld,
} from './mapping/known-processes.js';
import { keepCorrected, type KeptValue } from './corrections/keep-corrected.js';
import { loadStanding, lockKnown, noteKept, type StandingValue } from './corrections/standing-values.js';
import { inChunks } from './mapping/in-chunks.js';
import type { MappedFile } from './mapping/map-file.js';
import { createRowLog, saveFaults, type RowLog } from './mapping/row-log.js';
import { takeOverRecords } from './mapping/take-over-records.js';
import { openMask, type PersonalDataPolicy } from './public-release.js';
import { type ChunkTally, createChunkTally, submitChunk } from './submit-chunk.js';
import { holdReason, stateOf, type Submission } from './submit-releases.js';
import { type Taken, takenOf } from './take-releases.js';
import { releaseValidator } from './validate-release.js';

export interface RowsInput {
  readonly file: MappedFile;
  readonly profiles: readonly Profile[];
  readonly publisher: Publisher;
  readonly batchId: string;
  /** Instant that the releases are dated with. */
  readonly now: string;
  readonly personalData: PersonalDataPolicy;
  /** Of a file that is mapped again: its batch so far; what later files told is left alone. */
  readonly remapped?: string;
  /** Scope of the publisher's own numbers: processes with it are its own, also those that another account published. */
  readonly ownScope?: string | undefined;
  /** Told of each release that is made, with the one before it. */
  readonly onRelease?: (release: Release, previous: JsonObject | undefined) => void;
}

export interface TakenRows extends Partial<Pick<Taken, 'withdrawn' | 'corrections'>> {
  readonly unchanged: number;
  readonly refusals: readonly BatchRefusal[];
  readonly ocids: readonly string[];
  readonly errors: readonly FindingGroup[];
  readonly rows: RowCounts;
  /** Releases made. */
  readonly read: number;
  /** Of a register. */
  readonly organisations?: OrganisationCounts;
}

/** Takes in a spreadsheet, inside the caller's transaction: a release for each process of which it tells something new. */
export async function takeRows(manager: EntityManager, input: RowsInput): Promise<TakenRows> {
  const mask = await openMask(manager, input.personalData);
  const validate = releaseValidator(input.file.profile.extensions);
  const taking = { input, validate, log: createRowLog(input.batchId), tally: createChunkTally(), read: 0, kept: 0 };
  // One chunk is written while the next is mapped; a connection takes one statement at a time.
  let writing: Promise<void> = Promise.resolve();
  for await (const { asides, processes } of inChunks(input.file)) {
    const made = processes.map((process) => toPublicProcess(process, mask));
    await writing;
    taking.log.add(asides);
    writing = takeChunk(manager, taking, made);
    writing.catch(() => {}); // awaited at the next turn, where it throws
  }
  await writing;
  await saveFaults(manager, input.batchId, input.file.keptFaults());
  return { ...takenOf(taking.tally, taking.kept), rows: taking.log.counts(), read: taking.read };
}

interface Taking {
  readonly input: RowsInput;
  readonly validate: ReleaseValidator;
  readonly log: RowLog;
  readonly tally: ChunkTally;
  read: number;
  /** Values of corrections that rows told otherwise. */
  kept: number;
}

async function takeChunk(manager: EntityManager, taking: Taking, processes: readonly PublicProcess[]): Promise<void> {
  const { input, log } = taking;
  const family = familyOf(input.file.profile.id);
  const ocids = processes.map(({ mapped }) => mapped.ocid);
  if (input.ownScope !== undefined) await takeOverRecords(manager, input.publisher, input.ownScope, ocids);
  const known = await loadKnownProcesses(manager, family, ocids);
  const { remapped: lastToldBy, publisher } = input;
  const looks = processes.map((process) => ({
    process,
    look: lookAt(process, known.get(process.mapped.ocid), { lastToldBy, policy: publisher.policy }),
  }));
  const toFinish = looks.flatMap(({ process, look }) => (look.outcome === 'finish' ? [process] : []));
  const told = [...looks.flatMap((one) => seenAgain(one, taking)), ...(await finish(manager, taking, toFinish))];
  await supersedeHeld(manager, told, known);
  await saveKnownProcesses(manager, family, told);
  await log.flush(manager);
}

/** Of a process that is told already, what is known of it hence: that this file told it, too. */
function seenAgain(
  { process, look }: { readonly process: PublicProcess; readonly look: FirstLook },
  { input, log }: Taking,
): readonly KnownProcess[] {
  if (look.outcome === 'finish') return [];
  const { known } = look;
  const outcome = look.outcome === 'elsewhere' ? 'older' : look.outcome;
  logRows(log, process, outcome, known.releaseId, outcome === 'held' ? known.held : undefined);
  if (outcome === 'older') return [];
  return [{ ...known, batchId: input.batchId, reported: process.mapped.reported ?? known.reported }];
}

async function finish(
  manager: EntityManager,
  taking: Taking,
  processes: readonly PublicProcess[],
): Promise<readonly KnownProcess[]> {
  const { input, tally, log } = taking;
  const ocids = processes.map(({ mapped }) => mapped.ocid);
  // Locked before they are read: a correction that is published now comes before all of this, or after it.
  await lockKnown(manager, ocids);
  const previous = await loadPreviousReleases(manager, familyIdsOf(input), ocids);
  const standing = await loadStanding(manager, ocids);
  const made = await Promise.all(
    processes.map((process) =>
      makeRelease(process, previous.get(process.mapped.ocid), taking, standing.get(process.mapped.ocid)),
    ),
  );
  const releases = made.flatMap(({ incoming }) => incoming ?? []);
  taking.read += releases.length;
  const submission = await submitChunk(manager, input, releases, tally);
  const noted = made.flatMap(({ incoming, kept }) => (incoming && submission.stored.includes(incoming) ? kept : []));
  taking.kept += noted.length;
  await noteKept(manager, { publisherId: input.publisher.id, batchId: input.batchId }, noted);
  return made.flatMap(({ process, incoming, toldBy }) => {
    const { outcome, reason } = outcomeOf(incoming, submission, input.publisher);
    const releaseId = incoming?.id ?? toldBy!;
    logRows(log, process, outcome, outcome === 'refused' ? undefined : releaseId, reason);
    if (outcome === 'refused') return [];
    const { ocid, reported } = process.mapped;
    const { contentHash } = process;
    const held = outcome === 'held' ? reason : undefined;
    return [{ ocid, batchId: input.batchId, contentHash, reported, releaseId, held }];
  });
}

function familyIdsOf({ file, profiles }: RowsInput) {
  const family = familyOf(file.profile.id);
  const familyIds = profiles.map(({ id }) => id).filter((id) => familyOf(id) === family);
  return { profileId: file.profile.id, familyIds };
}

interface MadeRelease {
  readonly process: PublicProcess;
  /** Absent when it would tell nothing new: then `toldBy` told it. */
  readonly incoming?: IncomingRelease;
  readonly toldBy?: string;
  /** What corrections hold against what was told. */
  readonly kept: readonly KeptValue[];
}

async function makeRelease(
  told: PublicProcess,
  previous: PreviousRelease | undefined,
  { input: { now, publisher, onRelease }, validate }: Taking,
  standing: readonly StandingValue[] = [],
): Promise<MadeRelease> {
  const check = (made: Release) => validate(made, { ocidPrefix: publisher.ocidPrefix });
  const { process, kept: held } = keepCorrected(told, standing);
  let release = releaseOf(process, now, previous);
  if (release === undefined) return { process: told, kept: [], toldBy: String(previous!.release.id) };
  let verdict = check(release);
  if (!verdict.valid && previous?.sameProfile) {
    // Some extensions do not let their fields be null: rather keep a lost value than hold the process for it.
    const kept = releaseOf(process, now, { ...previous, sameProfile: false })!;
    const keptVerdict = check(kept);
    if (keptVerdict.valid) [release, verdict] = [kept, keptVerdict];
  }
  onRelease?.(release, previous?.release);
  const { rows, faulty } = process.mapped;
  const pointer = `${rows[0]!.sheet}!${rows[0]!.row}`;
  return { process: told, kept: held, incoming: await prepareMadeRelease(release, pointer, verdict, faulty) };
}

function outcomeOf(incoming: IncomingRelease | undefined, submission: Submission, publisher: Publisher) {
  if (incoming === undefined) return { outcome: 'unchanged' } as const;
  const refusal = submission.refused.find(({ release }) => release === incoming);
  if (refusal) return { outcome: 'refused', reason: refusal.reason } as const;
  const state = stateOf(incoming, { publisher, withdrawn: submission.withdrawn });
  if (state === 'withdrawn') return { outcome: 'held', reason: 'withdrawn' } as const;
  const reason = holdReason(incoming) ?? undefined;
  return { outcome: state === 'accepted' ? 'published' : 'held', reason } as const;
}

function logRows(
  log: RowLog,
  { mapped: { rows, ocid } }: PublicProcess,
  outcome: 'published' | 'unchanged' | 'older' | 'held' | 'refused',
  releaseId: string | undefined,
  reason?: string,
): void {
  log.add(rows.map(({ sheet, row }) => ({ sheet, row, outcome, reason, ocid, releaseId })));
}
