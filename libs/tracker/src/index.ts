export { ENUMERATIONS, columnOf, isCode, labelOf, levelOf, ocdsStatusOf } from './model/enumerations.js';
export type { CodeOf, Enumeration, EnumerationName } from './model/enumerations.js';
export { provenanceOf } from './model/fact.js';
export type { Provenance, Quantity, Recorded } from './model/fact.js';
export { daysBetween, isDay, latestDay, readPartialDate } from './model/partial-date.js';
export type { PartialDate, WrittenDate } from './model/partial-date.js';
export type * from './model/activity.js';
export type * from './model/commitment.js';
export type * from './model/governance.js';
export type * from './model/record.js';
export type { PlanRecord, RecordKind } from './model/plan-record.js';
export { loadPlan } from './seed/load-plan.js';
export type { LoadedPlan } from './seed/load-plan.js';
export type { SeedFile } from './seed/read-seed-file.js';
export type { SeedFault, SeedFaultCode } from './seed/seed-fault.js';
export { RECORD_KINDS } from './seed/seed-schema.js';
export { completenessOf } from './seed/completeness.js';
export type { Completeness } from './seed/completeness.js';
export { countPlan } from './seed/count-plan.js';
export type { PlanCounts } from './seed/count-plan.js';
export { metasOf } from './rules/metas-of.js';
export type { Actor, Role } from './rules/actor.js';
export { isBlank, refuseRole } from './rules/actor.js';
export { refuse } from './rules/refusal.js';
export { checkItem, PLATFORM_SOURCE } from './seed/check-item.js';
export { decideAssessment } from './rules/decide-assessment.js';
export type { AssessmentAction, AssessmentReply, AssessmentState } from './rules/decide-assessment.js';
export { decideDeclaration } from './rules/decide-declaration.js';
export type { Declaration } from './rules/decide-declaration.js';
export { decideMilestone } from './rules/decide-milestone.js';
export { delayOf, isOverdue } from './rules/delay.js';
export type { Delay } from './rules/delay.js';
export { dueReports } from './rules/due-reports.js';
export { reminderKind } from './rules/reminder-kind.js';
export type { ReminderKind } from './rules/reminder-kind.js';
export type { DueReport } from './rules/due-reports.js';
export { derivedCompletion } from './rules/derived-completion.js';
export { lanesOf } from './rules/lanes.js';
export type {
  Discrepancy,
  LaneEntry,
  LaneName,
  Lanes,
  MeasuredFigure,
  MeasuredMeta,
  Measurement,
  RuleInWords,
} from './rules/lanes.js';
export { measuredCompletion } from './rules/measured-completion.js';
export { judge, ruleInForce } from './rules/metric-rule.js';
export type { MetricReading, RuleVerdict } from './rules/metric-rule.js';
export type { MilestoneAction } from './rules/milestone-action.js';
export { pendingReport } from './rules/milestone-state.js';
export type { MilestoneState, ProgressReport } from './rules/milestone-state.js';
export type { Decision, Refusal, RefusalCode, StatusChange } from './rules/refusal.js';
export { isLateReport, overduePeriods, periodOf, periodsBetween, readPeriod } from './rules/reporting-calendar.js';
export type { ReportingPeriod } from './rules/reporting-calendar.js';
export { canonicalJson } from './log/canonical-json.js';
export type { Canonical } from './log/canonical-json.js';
export { chainEvents, EMPTY_LOG, GENESIS, hashOf } from './log/status-event.js';
export type { LogHead, StatusEvent } from './log/status-event.js';
export { verifyChain } from './log/verify-chain.js';
export type { ChainFault, ChainFaultCode, ChainVerdict } from './log/verify-chain.js';
export { buildReport } from './report/build-report.js';
export type { ReportRequest } from './report/build-report.js';
export { errataOf, errataSection } from './report/errata.js';
export type { Erratum } from './report/errata.js';
export { isIntact, reportFrom, reportText } from './report/report-text.js';
export { reportYears } from './report/report-years.js';
export { reportBodyHtml, reportHtml } from './report/render/report-html.js';
export { reportMarkdown } from './report/render/report-markdown.js';
export { plainText } from './report/report-document.js';
export type { Block, ReportDocument, ReportFigure, ReportSection, Run, Text } from './report/report-document.js';
