import type { DataSource } from 'typeorm';
import type { Actor } from '#access';
import { compareStates, type ReleaseDifference } from '#ocds';
import { sameValues } from './corrected-values.js';
import { loadHistories } from '../load-histories.js';
import { mergeHistory } from '../merge-history.js';
import type { CorrectionRow } from './correction-rows.js';
import type { EditFault } from './edit.js';
import { prepareCorrection } from './prepare-correction.js';
import { ProcessError } from './process-error.js';
import { type CorrectionDependencies, type CorrectionPreview, previewOf } from './propose-correction.js';
import { findVisible, isOf, mayApprove } from './publish-correction.js';

/** A correction in depth, as the desk shows it. */
export interface CorrectionView {
  readonly correction: CorrectionRow;
  /** Of an open one: what publishing it now would come to, or why it cannot be. */
  readonly preview?: CorrectionPreview;
  readonly faults?: readonly EditFault[];
  /** Of an open one: what is published has changed where it corrects, since it was proposed. */
  readonly stale: boolean;
  /** Of a published one: what it changed. */
  readonly differences?: readonly ReleaseDifference[];
  /** Of an open one: whether this actor may publish it, approve or reject it, or send it to review. */
  readonly may: {
    readonly publish: boolean;
    readonly approve: boolean;
    readonly send: boolean;
    readonly discard: boolean;
  };
}

/** @throws ProcessError CORRECTION_UNKNOWN, also for one of another organisation */
export async function readCorrection(
  dependencies: CorrectionDependencies,
  id: string,
  by: Actor,
): Promise<CorrectionView> {
  const correction = await findVisible(dependencies, { id, by });
  if (!correction.decidedAt) return readOpen(dependencies, correction, by);
  const nothing = { publish: false, approve: false, send: false, discard: false };
  const differences = await changedBy(dependencies.dataSource, correction);
  return { correction, stale: false, ...(differences && { differences }), may: nothing };
}

async function readOpen(
  { dataSource, settings }: CorrectionDependencies,
  correction: CorrectionRow,
  by: Actor,
): Promise<CorrectionView> {
  const own = isOf(correction, by);
  const may = { approve: mayApprove(correction, by), send: own && correction.state === 'draft', discard: own };
  const prepared = await prepareCorrection(dataSource.manager, settings, correction).catch(unlessGone);
  if (prepared === undefined) return { correction, stale: true, may: { ...may, publish: false } };
  if (prepared.faults) return { correction, faults: prepared.faults, stale: true, may: { ...may, publish: false } };
  const stale = !sameValues(prepared.values, correction.fields);
  const direct = prepared.publisher.corrections === 'direct' && correction.state === 'draft';
  return {
    correction,
    preview: previewOf(prepared),
    stale,
    may: { ...may, publish: direct && !stale && prepared.publishable },
  };
}

/** Withdrawn, meanwhile. */
function unlessGone(error: unknown): undefined {
  if (error instanceof ProcessError) return undefined;
  throw error;
}

async function changedBy({ manager }: DataSource, { ocid, releaseId }: CorrectionRow) {
  if (releaseId === null) return undefined;
  const histories = await loadHistories(manager, [ocid], ['accepted', 'published']);
  const releases = mergeHistory(histories.get(ocid)!).merged.map(({ release }) => release);
  const position = releases.findIndex(({ id }) => id === releaseId);
  if (position < 1) return undefined;
  return compareStates(releases, String(releases[position - 1]!.id), releaseId);
}
