export { addComment, answerComment, moderateComment } from './actions/comments.js';
export type { AnswerInput, CommentInput, ModerateInput } from './actions/comments.js';
export { addEvidence } from './actions/add-evidence.js';
export type { EvidenceInput } from './actions/add-evidence.js';
export { assignImplementers } from './actions/assign-implementers.js';
export type { AssignInput } from './actions/assign-implementers.js';
export type { DraftInput } from './actions/assessment-draft.js';
export { declareCompletion } from './actions/declare-completion.js';
export type { DeclareInput } from './actions/declare-completion.js';
export type { Outcome, TrackingDependencies } from './actions/dependencies.js';
export { finaliseAssessment, supersedeAssessment } from './actions/finalise-assessment.js';
export type { FinaliseInput, SupersedeInput } from './actions/finalise-assessment.js';
export { cancelMilestone, closeMilestone, startMilestone } from './actions/move-milestone.js';
export type { CancelInput, MilestoneInput } from './actions/move-milestone.js';
export { issueReport } from './actions/issue-report.js';
export type { IssueInput } from './actions/issue-report.js';
export { recordAgreement, setAgreementState } from './actions/record-agreement.js';
export type { AgreementInput, AgreementStateInput } from './actions/record-agreement.js';
export { recordItem } from './actions/record-item.js';
export type { RecordInput } from './actions/record-item.js';
export { recordMilestone } from './actions/record-milestone.js';
export type { NewMilestoneInput } from './actions/record-milestone.js';
export { recordSession } from './actions/record-session.js';
export type { SessionInput } from './actions/record-session.js';
export { MOST_TEXT_LETTERS } from './actions/refused.js';
export { reply } from './actions/reply.js';
export type { ReplyInput } from './actions/reply.js';
export { reportWithEvidence } from './actions/report-with-evidence.js';
export type { ReportWithEvidenceInput } from './actions/report-with-evidence.js';
export { reportProgress } from './actions/report-progress.js';
export type { ReportInput } from './actions/report-progress.js';
export { reschedule } from './actions/reschedule.js';
export type { RescheduleInput } from './actions/reschedule.js';
export { resolveIssue } from './actions/resolve-issue.js';
export type { ResolveInput } from './actions/resolve-issue.js';
export { reviewReport } from './actions/review-report.js';
export type { ReviewInput } from './actions/review-report.js';
export { sendForReply } from './actions/send-for-reply.js';
export type { SendInput } from './actions/send-for-reply.js';
export { editDraft, startAssessment } from './actions/start-assessment.js';
export type { AssessmentInput, EditDraftInput } from './actions/start-assessment.js';
export { withdrawEvidence } from './actions/withdraw-evidence.js';
export type { WithdrawEvidenceInput } from './actions/withdraw-evidence.js';
export { withdrawItem } from './actions/withdraw-item.js';
export type { WithdrawItemInput } from './actions/withdraw-item.js';
export { listIssuedReports, readIssuedReport } from './annual-report/issued-reports.js';
export type { IssuedReport } from './annual-report/issued-reports.js';
export { makeAnnualReport } from './annual-report/make-annual-report.js';
export { MOST_EVIDENCE_BYTES } from './evidence/inspect-file.js';
export { readEvidenceFile } from './evidence/read-evidence-file.js';
export type { EvidenceCopy } from './evidence/read-evidence-file.js';
export { implementersOf, partiesOf } from './implementers-of.js';
export { importPlans } from './import/import-plans.js';
export type { ImportedPlan, ImportOptions } from './import/import-plans.js';
export { listComments } from './list-comments.js';
export type { TrackedComment } from './list-comments.js';
export { listDrafts } from './list-drafts.js';
export type { AssessmentDraft } from './list-drafts.js';
export { listPlans } from './list-plans.js';
export type { PlanSummary } from './list-plans.js';
export { localDay } from './local-day.js';
export { loadPlans } from './load-plans.js';
export { PlanSeedError } from './plan-seed-error.js';
export { readTracker } from './read-tracker.js';
export { dueReminders } from './reminders/due-reminders.js';
export type { DueReminder } from './reminders/due-reminders.js';
export { listReminders } from './reminders/list-reminders.js';
export type { SentReminder } from './reminders/list-reminders.js';
export { remind } from './reminders/remind.js';
export { noteReminded, reminderForMail } from './reminders/reminder-for-mail.js';
export type { ReminderContent } from './reminders/reminder-for-mail.js';
export { loadLog } from './store/load-log.js';
export type {
  AssessmentTerms,
  EvidenceFile,
  TrackedReply,
  TrackedReport,
  TrackedReschedule,
  TrackerView,
  WithdrawnEvidence,
} from './tracker-view.js';
export { measureCommitments, metricPath } from './measure-commitments.js';
export type { Measurements, MeasureOptions } from './measure-commitments.js';
export { verifyTracker } from './verify-tracker.js';
export type { TrackerCheck } from './verify-tracker.js';
