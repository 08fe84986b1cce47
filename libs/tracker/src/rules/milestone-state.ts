import type { CodeOf } from '../model/enumerations.js';
import type { PartialDate } from '../model/partial-date.js';

/** One report of progress on a milestone, for a period. */
export interface ProgressReport {
  readonly id: string;
  /** `2025-C2`. */
  readonly period: string;
  readonly level: CodeOf<'completion'>;
  readonly text: string;
  readonly challenges?: string;
  readonly evidence: readonly string[];
  readonly reporter: string;
  readonly organisation: string;
  /** ISO day. */
  readonly submittedOn: string;
  /** After the day by which the report of its period was due: «extemporáneo». */
  readonly late: boolean;
  readonly review: CodeOf<'reviewState'>;
}

/** A milestone as the rules see it. */
export interface MilestoneState {
  readonly id: string;
  readonly mode: CodeOf<'milestoneMode'>;
  readonly state: CodeOf<'milestoneState'>;
  /** Organisations that implement its commitment: the responsible one and those that support it. */
  readonly implementers: readonly string[];
  /** Ids of what proves it: of reports, whether or not they are accepted yet, less what was withdrawn. */
  readonly evidence: readonly string[];
  /** Never changes. */
  readonly originalDue?: PartialDate;
  readonly currentDue?: PartialDate;
  readonly metOn?: string;
  readonly reports: readonly ProgressReport[];
  readonly reschedules: readonly { readonly from: string | null; readonly to: string; readonly reason: string }[];
}

/** The report that waits for its review. */
export function pendingReport({ reports }: MilestoneState): ProgressReport | undefined {
  return reports.find(({ review }) => review === 'pending');
}
