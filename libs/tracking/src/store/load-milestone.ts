import type { EntityManager } from 'typeorm';
import { type MilestoneState, type ProgressReport, readPartialDate } from '#tracker';

interface Row {
  readonly commitment: string;
  readonly mode: MilestoneState['mode'];
  readonly state: MilestoneState['state'];
  readonly originalDue: string | null;
  readonly currentDue: string | null;
  readonly metOn: string | null;
}

const MILESTONE = `
SELECT commitment, mode, state, original_due::text AS "originalDue", current_due::text AS "currentDue",
       met_on::text AS "metOn"
  FROM tracker_milestone WHERE plan_id = $1 AND id = $2`;

export const REPORTS = `
SELECT id, milestone, period, level, text, challenges, evidence, recorded_by AS reporter, organisation,
       submitted_on::text AS "submittedOn", late, review, reviewer, reviewer_organisation AS "reviewerOrganisation",
       reviewed_on::text AS "reviewedOn", review_note AS "reviewNote"
  FROM tracker_report WHERE plan_id = $1`;

/** @returns undefined where there is none, or only a placeholder for metas that were lost */
export async function loadMilestone(
  manager: EntityManager,
  planId: string,
  id: string,
): Promise<(MilestoneState & { readonly commitment: string }) | undefined> {
  const [row] = (await manager.query(MILESTONE, [planId, id])) as Row[];
  if (!row) return undefined;
  const { commitment, mode, state, originalDue, currentDue, metOn } = row;
  return {
    id,
    commitment,
    mode,
    state,
    implementers: await implementersOf(manager, planId, commitment),
    evidence: await proofsOf(manager, planId, [id]),
    ...(originalDue !== null && { originalDue: readPartialDate(originalDue)! }),
    ...(currentDue !== null && { currentDue: readPartialDate(currentDue)! }),
    ...(metOn !== null && { metOn }),
    reports: (await manager.query(`${REPORTS} AND milestone = $2 ORDER BY submitted_on, id`, [
      planId,
      id,
    ])) as ProgressReport[],
    reschedules: [],
  };
}

/** The responsible organisation of a commitment and those that support it. */
export async function implementersOf(
  manager: EntityManager,
  planId: string,
  commitment: string,
): Promise<readonly string[]> {
  const [row] = (await manager.query(
    `SELECT body FROM tracker_record WHERE plan_id = $1 AND kind = 'commitments' AND id = $2
      ORDER BY version DESC LIMIT 1`,
    [planId, commitment],
  )) as { body: { responsible?: string; support?: readonly string[] } }[];
  const { responsible, support = [] } = row?.body ?? {};
  return [...(responsible === undefined ? [] : [responsible]), ...support];
}

/** Ids of the evidence that stands for any of some things. */
export async function proofsOf(
  manager: EntityManager,
  planId: string,
  targets: readonly string[],
): Promise<readonly string[]> {
  const rows = (await manager.query(
    'SELECT id FROM tracker_evidence WHERE plan_id = $1 AND target = ANY ($2) AND withdrawn_on IS NULL ORDER BY id',
    [planId, targets],
  )) as { id: string }[];
  return rows.map(({ id }) => id);
}
