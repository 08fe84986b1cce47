import type { DataSource } from 'typeorm';
import { type Actor, asActor } from '#access';
import { compareReleases, type FindingGroup, type Release, type ReleaseDifference } from '#ocds';
import type { Settings } from '#settings';
import { addCorrection } from './correction-rows.js';
import { type Edit, type EditFault, editFault } from './edit.js';
import { editsBetween } from './edits-between.js';
import { findOwn, type OwnedProcess } from './lock-process.js';
import { type PreparedCorrection, prepareCorrection } from './prepare-correction.js';
import { recordEvent } from './process-events.js';
import { ProcessError } from './process-error.js';

export interface CorrectionDependencies {
  readonly dataSource: DataSource;
  readonly settings: Pick<Settings, 'personalData'>;
}

export interface CorrectionInput {
  readonly ocid: string;
  readonly edits: readonly Edit[];
  readonly by: Actor;
}

/** What a correction would publish, and how that differs from what is public. */
export interface CorrectionPreview {
  readonly release: Release;
  readonly differences: readonly ReleaseDifference[];
  readonly findings: readonly FindingGroup[];
  readonly valid: boolean;
  /** False where the publisher's policy would hold the release. */
  readonly publishable: boolean;
}

export type Previewed =
  | { readonly outcome: 'preview'; readonly preview: CorrectionPreview }
  | { readonly outcome: 'refused'; readonly faults: readonly EditFault[] };

export type Proposed =
  | { readonly outcome: 'draft'; readonly id: string; readonly preview: CorrectionPreview }
  | { readonly outcome: 'refused'; readonly faults: readonly EditFault[] };

/**
 * Shows what a correction comes to; stores nothing.
 *
 * @throws ProcessError PROCESS_UNKNOWN, PROCESS_WITHDRAWN; AccessError FORBIDDEN
 */
export async function previewCorrection(
  dependencies: CorrectionDependencies,
  input: CorrectionInput,
): Promise<Previewed> {
  const { prepared } = await prepare(dependencies, input);
  return prepared.faults
    ? { outcome: 'refused', faults: prepared.faults }
    : { outcome: 'preview', preview: previewOf(prepared) };
}

/**
 * Keeps a correction as a draft. What it says of natural persons is masked before it is kept.
 *
 * @throws ProcessError PROCESS_UNKNOWN, PROCESS_WITHDRAWN; AccessError FORBIDDEN
 */
export async function proposeCorrection(
  dependencies: CorrectionDependencies,
  input: CorrectionInput & { readonly reason: string },
): Promise<Proposed> {
  const reason = input.reason.trim();
  if (reason === '') return { outcome: 'refused', faults: [editFault('REASON_MISSING')] };
  const { process, prepared } = await prepare(dependencies, input);
  if (prepared.faults) return { outcome: 'refused', faults: prepared.faults };
  const { ocid, publisherId } = process;
  const edits = editsBetween(prepared.published, prepared.corrected);
  const id = await asActor(dependencies.dataSource, input.by, async (manager) => {
    const correctionId = await addCorrection(manager, {
      ocid,
      publisherId,
      reason,
      edits,
      fields: prepared.values,
      by: input.by,
    });
    await recordEvent(manager, input.by, { ocid, publisherId, kind: 'correction-proposed', reason, correctionId });
    return correctionId;
  });
  return { outcome: 'draft', id, preview: previewOf(prepared) };
}

async function prepare({ dataSource, settings }: CorrectionDependencies, { ocid, edits, by }: CorrectionInput) {
  const process: OwnedProcess = await findOwn(dataSource, ocid, by, 'process:correct');
  if (process.withdrawn) throw new ProcessError('PROCESS_WITHDRAWN');
  const { publisherId } = process;
  return { process, prepared: await prepareCorrection(dataSource.manager, settings, { ocid, publisherId, edits }) };
}

/** What preparing told, for people. */
export function previewOf({
  published,
  corrected,
  release,
  verdict,
  publishable,
}: PreparedCorrection): CorrectionPreview {
  const differences = compareReleases(published, corrected);
  return { release, differences, findings: verdict.groups, valid: verdict.valid, publishable };
}
