import { type Actor, isBlank } from './actor.js';
import { isOverdue } from './delay.js';
import type { MilestoneAction } from './milestone-action.js';
import { type MilestoneState, pendingReport, type ProgressReport } from './milestone-state.js';
import { milestoneChange, moveTo } from './move-to.js';
import { type Decision, refuse } from './refusal.js';
import { isLateReport } from './reporting-calendar.js';

type ReportAction = Extract<MilestoneAction, { type: 'report' }>;

/**
 * Takes in a report of progress. What is behind needs its challenges told; «completo» needs evidence and takes the
 * milestone to «reportada».
 */
export function decideReport(milestone: MilestoneState, action: ReportAction, actor: Actor): Decision<MilestoneState> {
  if (pendingReport(milestone)) return refuse('PENDING_REPORT');
  if (isBlank(action.text)) return refuse('TEXT');
  const behind = BEHIND.has(action.level) || isOverdue(milestone, action.on);
  if (behind && isBlank(action.challenges)) return refuse('CHALLENGES');
  const evidence = [...new Set([...milestone.evidence, ...action.evidence])];
  if (action.level === 'completo' && evidence.length === 0) return refuse('NO_EVIDENCE');
  const reported = { ...milestone, evidence, reports: [...milestone.reports, reportOf(action, actor)] };
  if (action.level === 'completo') return moveTo(reported, 'reportada', undefined, action.evidence);
  const change = milestoneChange(milestone, {
    field: 'report',
    from: null,
    to: action.level,
    evidence: action.evidence,
  });
  return { ok: true, state: reported, changes: [change] };
}

const BEHIND: ReadonlySet<string> = new Set(['sin_evidencia', 'no_iniciado', 'limitado']);

function reportOf(action: ReportAction, { id, organisation = '' }: Actor): ProgressReport {
  const { report, period, level, text, challenges, evidence, on } = action;
  return {
    id: report,
    period,
    level,
    text,
    ...(challenges !== undefined && { challenges }),
    evidence,
    reporter: id,
    organisation,
    submittedOn: on,
    late: isLateReport(period, on),
    review: 'pending',
  };
}
