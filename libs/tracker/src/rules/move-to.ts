import type { CodeOf } from '../model/enumerations.js';
import type { MilestoneState } from './milestone-state.js';
import type { Decision, StatusChange } from './refusal.js';

/** The milestone in another state, with the line for the log; the same state leaves none. */
export function moveTo(
  milestone: MilestoneState,
  state: CodeOf<'milestoneState'>,
  reason?: string,
  evidence?: readonly string[],
): Decision<MilestoneState> {
  const changes = state === milestone.state ? [] : [stateChange(milestone, state, reason, evidence)];
  return { ok: true, state: { ...milestone, state }, changes };
}

/** A line for the log on one field of a milestone. */
export function milestoneChange(
  { id }: MilestoneState,
  change: Omit<StatusChange, 'entity' | 'entityId'>,
): StatusChange {
  return { entity: 'milestone', entityId: id, ...change };
}

function stateChange(
  milestone: MilestoneState,
  to: string,
  reason: string | undefined,
  evidence: readonly string[] | undefined,
): StatusChange {
  const why = { ...(reason !== undefined && { reason }), ...(evidence !== undefined && { evidence }) };
  return milestoneChange(milestone, { field: 'state', from: milestone.state, to, ...why });
}
