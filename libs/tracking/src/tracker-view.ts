import type { AssessmentReply, PlanRecord, ProgressReport, StatusEvent } from '#tracker';

/** A report of progress, and what was said of it. */
export interface TrackedReport extends ProgressReport {
  readonly milestone: string;
  readonly reviewer?: string;
  readonly reviewerOrganisation?: string;
  /** ISO day. */
  readonly reviewedOn?: string;
  /** Why it was returned, or with which shortfall it was accepted. */
  readonly reviewNote?: string;
}

/** A change of the date by which a milestone is due. */
export interface TrackedReschedule {
  readonly milestone: string;
  readonly from: string | null;
  readonly to: string;
  readonly reason: string;
  /** Id of the session that agreed on it. */
  readonly session?: string;
  /** ISO day. */
  readonly on: string;
}

/** What an implementing organisation answers to an assessment. */
export interface TrackedReply extends AssessmentReply {
  readonly assessment: string;
}

/** Evidence that is no longer counted: the trace that it leaves. */
export interface WithdrawnEvidence {
  readonly evidence: string;
  readonly target: string;
  readonly title: string;
  readonly reason: string;
  /** ISO day. */
  readonly on: string;
}

/** The copy of evidence that is kept here. */
export interface EvidenceFile {
  readonly evidence: string;
  readonly sha256: string;
  readonly mime: string;
  readonly bytes: number;
  readonly fileName: string;
}

/** The time to reply to an assessment, and what its assessor declares. */
export interface AssessmentTerms {
  readonly assessment: string;
  readonly replyDue?: string;
  readonly coiDeclaration?: string;
  readonly evidence: readonly string[];
  /** Id of the assessment that took its place. */
  readonly supersededBy?: string;
}

/** The session that agreed on what a line of the log tells. */
export interface Ground {
  /** Its number in the log. */
  readonly line: number;
  /** Id of the session. */
  readonly session: string;
}

/** The whole of a plan: what its seed tells, and what people recorded since. */
export interface TrackerView {
  /** Milestones with their present state and dates, evidence less what was withdrawn, assessments at their stage. */
  readonly plan: PlanRecord;
  /** From the first line to the last of the day asked. */
  readonly log: readonly StatusEvent[];
  readonly progress: readonly TrackedReport[];
  readonly reschedules: readonly TrackedReschedule[];
  readonly replies: readonly TrackedReply[];
  readonly withdrawn: readonly WithdrawnEvidence[];
  readonly files: readonly EvidenceFile[];
  readonly terms: readonly AssessmentTerms[];
  readonly grounds: readonly Ground[];
  /** ISO day; absent: now. */
  readonly asOf?: string;
  /** SHA-256 of the end of the log, of the records and of the day asked. */
  readonly version: string;
}
