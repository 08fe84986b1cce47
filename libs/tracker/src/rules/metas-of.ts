import type { Milestone } from '../model/commitment.js';
import type { PlanRecord } from '../model/plan-record.js';

/** The milestones whose text is known, of a plan or of one of its commitments: a placeholder is none. */
export function metasOf({ milestones }: Pick<PlanRecord, 'milestones'>, commitment?: string): readonly Milestone[] {
  return milestones.filter((one) => !one.placeholder && (commitment === undefined || one.commitment === commitment));
}
