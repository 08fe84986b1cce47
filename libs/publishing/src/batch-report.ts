import type { FindingGroup, ReadNotice } from '#ocds';
import type { SourceNotice } from '#tables';
import type { CellFaultGroup } from './mapping/fault-tally.js';

/** What became of one file; counts are of releases, those in `rows` of rows. */
export interface BatchReport {
  readonly batchId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly format: string;
  /** The profile it was read by, and of spreadsheets its version. */
  readonly profile: string;
  readonly profileVersion?: number | undefined;
  readonly read: number;
  readonly accepted: number;
  readonly held: number;
  readonly superseded: number;
  readonly unchanged: number;
  readonly refused: number;
  /** True when this very file was taken in before: nothing was done. */
  readonly seenBefore: boolean;
  readonly refusals: readonly BatchRefusal[];
  readonly notices: readonly (ReadNotice | SourceNotice)[];
  /** What makes releases of this file invalid: errors by rule and field, each with its first places. */
  readonly errors: readonly FindingGroup[];
  /** Of spreadsheets: rows by what became of them. */
  readonly rows?: RowCounts | undefined;
  /** Of spreadsheets: what is wrong with its cells, by rule and column. */
  readonly faults: readonly CellFaultGroup[];
  readonly ocids: readonly string[];
  /** Processes that are withdrawn and of which something new came: it is stored, counts as held, and waits with them. */
  readonly withdrawn?: readonly string[] | undefined;
  /** What the file told otherwise than published corrections. */
  readonly corrections?: CorrectionCounts | undefined;
  /** Of a suppliers' register, which tells organisations and makes no releases. */
  readonly organisations?: OrganisationCounts | undefined;
}

/** Values of published corrections that a file told otherwise. */
export interface CorrectionCounts {
  /** Told again as before they were corrected: the correction holds. */
  readonly kept: number;
  /** Told in a new way, which is published: somebody should look. */
  readonly overtaken: number;
}

/** Entries of a register by what became of them; `stored`: new or changed. */
export interface OrganisationCounts {
  readonly stored: number;
  readonly unchanged: number;
  /** Told later by another file. */
  readonly older: number;
}

export interface BatchRefusal {
  readonly pointer: string;
  readonly reason: string;
  readonly message: string;
}

/** What becomes of a row: of the release that tells it, of the register's entry (`published`: stored), or of the row. */
export const ROW_OUTCOMES = ['published', 'unchanged', 'older', 'held', 'refused', 'skipped'] as const;

export type RowOutcome = (typeof ROW_OUTCOMES)[number];

export type RowCounts = Readonly<Record<RowOutcome, number>>;
