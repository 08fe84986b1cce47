import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type Actor, asActor, can } from '#access';
import { insertRows } from '#database';
import { createBatch, finishBatch } from '../batch-rows.js';
import { compressText } from '../compressed-text.js';
import { prepareMadeRelease } from '../incoming-release.js';
import { publishLocked } from '../publish-locked.js';
import { storableJson } from '../storable.js';
import { submitReleases } from '../submit-releases.js';
import { CORRECTION_PROFILE } from './correction-profile.js';
import { type CorrectionRow, decideCorrection, findCorrection } from './correction-rows.js';
import { type CorrectedValue, sameValues } from './corrected-values.js';
import { demand, lockProcess } from './lock-process.js';
import { type PreparedCorrection, prepareCorrection } from './prepare-correction.js';
import { recordEvent } from './process-events.js';
import { ProcessError } from './process-error.js';
import type { CorrectionDependencies } from './propose-correction.js';

/** A correction that is about to be decided. */
export interface Deciding {
  readonly id: string;
  readonly by: Actor;
  /** Of whoever approves. */
  readonly note?: string | undefined;
}

/**
 * Publishes one's own draft, where the publisher's policy is `direct`: a new release, public when this returns; all in
 * one transaction.
 *
 * @returns the id of the release
 * @throws ProcessError CORRECTION_UNKNOWN, CORRECTION_DECIDED, REVIEW_NEEDED, CORRECTION_STALE, CORRECTION_INVALID,
 *   CORRECTION_UNSAID, PROCESS_WITHDRAWN, PROCESS_BUSY; AccessError FORBIDDEN
 */
export async function publishCorrection(dependencies: CorrectionDependencies, deciding: Deciding): Promise<string> {
  const correction = await findVisible(dependencies, deciding);
  demand(deciding.by, 'process:correct', correction.publisherId);
  return publish(dependencies, deciding, correction, (locked, prepared) => {
    if (locked.state === 'review' || prepared.publisher.corrections === 'review')
      throw new ProcessError('REVIEW_NEEDED');
  });
}

/**
 * Approves and publishes what somebody else proposed and sent to review.
 *
 * @returns the id of the release
 * @throws ProcessError as `publishCorrection`, and REVIEW_NOT_ASKED, OWN_PROPOSAL; AccessError FORBIDDEN
 */
export async function approveCorrection(dependencies: CorrectionDependencies, deciding: Deciding): Promise<string> {
  const correction = await findVisible(dependencies, deciding);
  demand(deciding.by, 'process:approve', correction.publisherId);
  return publish(dependencies, deciding, correction, (locked) => {
    if (locked.state !== 'review') throw new ProcessError('REVIEW_NOT_ASKED');
    if (isOf(locked, deciding.by)) throw new ProcessError('OWN_PROPOSAL');
  });
}

/** A correction that the actor may see by the row rules. @throws ProcessError CORRECTION_UNKNOWN */
export async function findVisible(
  { dataSource }: Pick<CorrectionDependencies, 'dataSource'>,
  { id, by }: Deciding,
): Promise<CorrectionRow> {
  const found = await asActor(dataSource, by, (manager) => findCorrection(manager, id));
  if (!found) throw new ProcessError('CORRECTION_UNKNOWN');
  return found;
}

/** Whether the actor proposed it. */
export function isOf({ proposedBy }: CorrectionRow, { kind, id }: Actor): boolean {
  return proposedBy.kind === kind && proposedBy.id === id;
}

async function publish(
  { dataSource, settings }: CorrectionDependencies,
  { id, by, note }: Deciding,
  { ocid }: CorrectionRow,
  check: (correction: CorrectionRow, prepared: PreparedCorrection) => void,
): Promise<string> {
  return dataSource.transaction(async (manager) => {
    // The process first: whoever decides, ingests or withdraws takes its lock before any other.
    const process = await lockProcess(manager, ocid);
    const correction = (await findCorrection(manager, id, { lock: true }))!;
    if (correction.decidedAt) throw new ProcessError('CORRECTION_DECIDED');
    if (process.withdrawn) throw new ProcessError('PROCESS_WITHDRAWN');
    const prepared = await prepareCorrection(manager, settings, correction);
    if (prepared.faults) throw new ProcessError('CORRECTION_UNSAID');
    check(correction, prepared);
    if (!sameValues(prepared.values, correction.fields)) throw new ProcessError('CORRECTION_STALE');
    if (!prepared.publishable) throw new ProcessError('CORRECTION_INVALID');
    const releaseId = prepared.release.id;
    await store(manager, correction, prepared);
    await decideCorrection(manager, id, { state: 'published', by, note, releaseId });
    const about = { ocid, publisherId: process.publisherId, correctionId: id, releaseId };
    await recordEvent(manager, by, { ...about, kind: 'correction-published', reason: correction.reason });
    await publishLocked(manager, [process]);
    return releaseId;
  });
}

/** The release, in a batch of its own whose file is the correction, and what it holds against later files. */
async function store(manager: EntityManager, correction: CorrectionRow, prepared: PreparedCorrection): Promise<void> {
  const { publisher, release, verdict, values } = prepared;
  const { id, ocid, publisherId } = correction;
  const file = await storeFile(manager, JSON.stringify({ correction: id, release }));
  const batch = { publisher, sha256: file, profile: CORRECTION_PROFILE, fileName: `correccion-${id}.json` };
  const batchId = await createBatch(manager, batch);
  const incoming = await prepareMadeRelease(release, '/release', verdict, false);
  const { refused } = await submitReleases(manager, { publisher, batchId }, [incoming]);
  if (refused.length > 0) throw new ProcessError('CORRECTION_STALE');
  await insertRows(
    manager,
    'corrected_value',
    ['correction_id', 'ocid', 'publisher_id', 'pointer', 'before', 'after'],
    values.map(({ pointer, before, after }) => [id, ocid, publisherId, pointer, jsonOf(before), jsonOf(after)]),
  );
  const nothing = { unchanged: 0, refusals: [], notices: [], errors: [], faults: [], encoding: 'utf-8', metadata: {} };
  await finishBatch(manager, batch, { ...nothing, batchId, format: CORRECTION_PROFILE, read: 1, ocids: [ocid] });
}

function jsonOf(value: CorrectedValue['before']): string | null {
  return value === undefined ? null : storableJson(value);
}

async function storeFile(manager: EntityManager, text: string): Promise<string> {
  const sha256 = createHash('sha256').update(text).digest('hex');
  await manager.query('INSERT INTO source_file (sha256, bytes) VALUES ($1, $2)', [sha256, Buffer.byteLength(text)]);
  await manager.query('INSERT INTO source_file_chunk (sha256, position, content) VALUES ($1, 0, $2)', [
    sha256,
    await compressText(text),
  ]);
  return sha256;
}

/** Whether the actor could approve it now; for showing the button. */
export function mayApprove(correction: CorrectionRow, by: Actor): boolean {
  return correction.state === 'review' && !isOf(correction, by) && can(by, 'process:approve', correction.publisherId);
}
