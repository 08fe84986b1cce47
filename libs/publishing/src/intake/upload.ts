import type { Bilingual, FindingGroup, ReadNotice } from '#ocds';
import type { Body, Difference, FaultSeverity } from '#sources';
import type { SourceNotice } from '#tables';
import type { BatchRefusal, OrganisationCounts, RowCounts } from '../batch-report.js';
import type { CellFaultGroup } from '../mapping/fault-tally.js';

/** Where an upload stands: received → checking → ready or refused; confirmed: taking → done or failed; or cancelled. */
export const UPLOAD_STATES = [
  'received',
  'checking',
  'ready',
  'refused',
  'taking',
  'done',
  'failed',
  'cancelled',
] as const;
export type UploadState = (typeof UPLOAD_STATES)[number];

/** Who sent it, or changed it. */
export interface UploadActor {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
}

/** A file that somebody sent, and what became of it. */
export interface Upload {
  readonly id: string;
  readonly publisherId: string;
  readonly by: UploadActor;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  /** As the sender named it; null: to be recognised. */
  readonly askedProfile: string | null;
  readonly buyer: Body | null;
  /** Stops at `ready`, and is taken in only when it is confirmed. */
  readonly previewOnly: boolean;
  /** The upload that this one corrects. */
  readonly replaces: string | null;
  readonly state: UploadState;
  readonly preview: UploadPreview | null;
  readonly error: UploadFault | null;
  /** Once taken in. */
  readonly batchId: string | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/** Why a file is not taken in, and what to do. */
export interface UploadFault {
  readonly code: string;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
}

/** What taking the file in would come to, or came to. */
export interface UploadPreview {
  readonly profile: string;
  readonly profileVersion?: number | undefined;
  readonly format: string;
  /** True when this very file was taken in before: nothing changes. */
  readonly seenBefore: boolean;
  /** Of spreadsheets: rows that were mapped, by sheet. */
  readonly sheets: readonly { readonly name: string; readonly rows: number }[];
  readonly rows?: RowCounts | undefined;
  readonly releases: ReleaseCounts;
  readonly processes: ProcessCounts;
  /** Of a suppliers' register. */
  readonly organisations?: OrganisationCounts | undefined;
  readonly notices: readonly (ReadNotice | SourceNotice)[];
  /** What is wrong with cells, by rule and column; the weightiest first. */
  readonly faults: readonly CellFaultGroup[];
  /** What makes releases invalid, by rule and field. */
  readonly errors: readonly FindingGroup[];
  readonly refusals: readonly BatchRefusal[];
  readonly findings: FindingCounts;
  /** The first of them, in the order of the file. */
  readonly firstFindings: readonly UploadFinding[];
  /** What would change in processes that are published; the first ones. */
  readonly changes: readonly ProcessChange[];
  /** Against the upload that this one replaces. */
  readonly comparison?: FindingComparison | undefined;
}

export interface ReleaseCounts {
  readonly read: number;
  readonly accepted: number;
  readonly held: number;
  readonly superseded: number;
  readonly unchanged: number;
  readonly refused: number;
}

export interface ProcessCounts {
  /** Not told by anybody before. */
  readonly new: number;
  readonly changed: number;
  readonly held: number;
  /** Of spreadsheets only: OCDS releases that were known are not counted by process. */
  readonly unchanged?: number | undefined;
}

export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly note: number;
  /** True where there are more than are kept. */
  readonly isCut: boolean;
}

/** Findings of the earlier upload that are gone or still there, and those it did not have. */
export interface FindingComparison {
  readonly fixed: number;
  readonly still: number;
  readonly new: number;
}

export interface ProcessChange {
  readonly ocid: string;
  readonly releaseId: string;
  readonly differences: readonly Difference[];
  /** True where there are more differences than are shown. */
  readonly isCut: boolean;
}

/** Something to be said of a cell, a row or a release. */
export interface UploadFinding {
  readonly position: number;
  readonly severity: FaultSeverity;
  readonly rule: string;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
  readonly sheet: string | null;
  /** As a spreadsheet program numbers it. */
  readonly row: number | null;
  /** From 0; -1 for the whole row. */
  readonly column: number | null;
  readonly header: string | null;
  readonly value: string | null;
  /** Of JSON: where in the file. */
  readonly pointer: string | null;
  readonly ocid: string | null;
  /** Where another upload is replaced: whether that one had it too. */
  readonly change: 'new' | 'still' | null;
}
