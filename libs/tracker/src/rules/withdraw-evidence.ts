import { type Actor, isBlank } from './actor.js';
import type { MilestoneAction } from './milestone-action.js';
import type { MilestoneState } from './milestone-state.js';
import { milestoneChange, moveTo } from './move-to.js';
import { type Decision, refuse } from './refusal.js';

/**
 * Withdraws one piece of evidence, with a reason; it leaves a trace, not a gap. A milestone that is left without any is
 * in progress again.
 */
export function withdrawEvidence(
  milestone: MilestoneState,
  { evidence, reason }: Extract<MilestoneAction, { type: 'withdraw' }>,
  actor: Actor,
): Decision<MilestoneState> {
  if (isBlank(reason)) return refuse('REASON');
  if (!milestone.evidence.includes(evidence)) return refuse('UNKNOWN_EVIDENCE');
  const implements_ = actor.organisation !== undefined && milestone.implementers.includes(actor.organisation);
  if (actor.role === 'implementador' && !implements_) return refuse('NOT_IMPLEMENTER');
  const { metOn, ...rest } = { ...milestone, evidence: milestone.evidence.filter((id) => id !== evidence) };
  const kept = rest.evidence.length > 0;
  const left = kept || metOn === undefined ? { ...rest, ...(metOn !== undefined && { metOn }) } : rest;
  const moved = moveTo(left, kept || milestone.mode === 'measured' ? milestone.state : 'en_proceso', reason);
  if (!moved.ok) return moved;
  const change = milestoneChange(milestone, { field: 'evidence', from: evidence, to: null, reason });
  return { ...moved, changes: [change, ...moved.changes] };
}
