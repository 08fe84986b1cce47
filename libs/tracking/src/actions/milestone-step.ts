import { decideMilestone, type MilestoneAction, type MilestoneState, type StatusChange } from '#tracker';
import { loadMilestone } from '../store/load-milestone.js';
import { decided, deny } from './refused.js';
import type { Work } from './perform.js';

/** A milestone, and whoever acts on it for one of the organisations that the step asks for. */
export interface Step {
  readonly milestone: MilestoneState & { readonly commitment: string };
  readonly work: Work;
}

/**
 * Takes up a milestone.
 *
 * @param side acts for an organisation that implements it, or for one that does not
 * @throws Refused UNKNOWN
 */
export async function takeUp(work: Work, id: string, side: 'implements' | 'accompanies'): Promise<Step> {
  const milestone = (await loadMilestone(work.manager, work.planId, id)) ?? deny('UNKNOWN', { what: id });
  const { implementers } = milestone;
  const prefers = (organisation: string) => implementers.includes(organisation) === (side === 'implements');
  return { milestone, work: work.preferring(prefers) };
}

/** What the rules make of a step; nothing is written yet. @throws Refused */
export function step({ milestone, work }: Step, action: MilestoneAction): readonly StatusChange[] {
  return decided(decideMilestone(milestone, action, work.actor)).changes;
}
