import type { CodeOf } from '../model/enumerations.js';
import { type Actor, isBlank } from './actor.js';
import type { MilestoneAction } from './milestone-action.js';
import { type MilestoneState, pendingReport, type ProgressReport } from './milestone-state.js';
import { milestoneChange, moveTo } from './move-to.js';
import { type Decision, refuse } from './refusal.js';

type ReviewAction = Extract<MilestoneAction, { type: 'accept' | 'return' }>;

/**
 * Accepts the report under review, whole or with a shortfall, or returns it with the reason. Whoever reviews is neither
 * who reported nor of an organisation that implements the milestone.
 */
export function decideReview(milestone: MilestoneState, action: ReviewAction, actor: Actor): Decision<MilestoneState> {
  const report = pendingReport(milestone);
  if (!report) return refuse('TRANSITION', NOTHING_PENDING);
  if (report.reporter === actor.id) return refuse('SELF_REVIEW');
  if (actor.organisation === undefined || isParty(milestone, report, actor.organisation)) {
    return refuse('SAME_ORGANISATION');
  }
  if (action.type === 'return') {
    return isBlank(action.reason) ? refuse('REASON') : reviewed(milestone, report, 'returned', action.reason);
  }
  if (action.shortfall !== undefined && isBlank(action.shortfall)) return refuse('REASON');
  return reviewed(milestone, report, 'accepted', action.shortfall, action.on);
}

const NOTHING_PENDING = {
  state: { es: 'sin reporte en revisión', en: 'no report under review' },
  action: { es: 'revisar', en: 'review' },
};

function isParty({ implementers }: MilestoneState, report: ProgressReport, organisation: string): boolean {
  return organisation === report.organisation || implementers.includes(organisation);
}

function reviewed(
  milestone: MilestoneState,
  report: ProgressReport,
  review: CodeOf<'reviewState'>,
  reason: string | undefined,
  on?: string,
): Decision<MilestoneState> {
  const reports = milestone.reports.map((one) => (one === report ? { ...one, review } : one));
  const state = stateAfter(milestone, review, reason);
  const metOn = state === 'verificada' || state === 'parcial' ? on : undefined;
  const moved = moveTo({ ...milestone, reports, ...(metOn !== undefined && { metOn }) }, state, reason);
  if (!moved.ok) return moved;
  const why = reason === undefined ? {} : { reason };
  const change = milestoneChange(milestone, { field: 'review', from: 'pending', to: review, ...why });
  return { ...moved, changes: [change, ...moved.changes] };
}

/** A report of less than «completo», once accepted, leaves the milestone in progress. */
function stateAfter({ state }: MilestoneState, review: CodeOf<'reviewState'>, shortfall: string | undefined) {
  if (state !== 'reportada') return state;
  if (review === 'returned') return 'en_proceso';
  return shortfall === undefined ? 'verificada' : 'parcial';
}
