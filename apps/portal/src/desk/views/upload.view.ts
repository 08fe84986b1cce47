import type { Bilingual } from '#ocds';
import type { Choice, DeskView, FormState, Neighbours } from './desk.view.js';
import type { DeskProcessRow, Difference } from './process.view.js';

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

/** The form that sends a file. */
export interface SendView extends DeskView {
  readonly form: FormState;
  readonly publishers: readonly Choice[];
  /** Mapping profiles, for those who do not want theirs found. */
  readonly profiles: readonly Choice[];
  readonly maxMegabytes: number;
  /** The upload that this one corrects. */
  readonly replaces?: { readonly id: string; readonly fileName: string } | undefined;
}

/** An upload in a list. */
export interface UploadLine {
  readonly id: string;
  readonly fileName: string;
  readonly publisher: string;
  readonly state: UploadState;
  readonly createdAt: string;
  readonly by: string;
  /** Told once it was checked. */
  readonly rows?: number | undefined;
  readonly faults?: number | undefined;
}

export interface UploadsView extends DeskView {
  readonly lines: readonly UploadLine[];
  readonly state?: UploadState | undefined;
  readonly publisher?: string | undefined;
  readonly publishers: readonly Choice[];
  readonly pager: Neighbours;
}

/** One upload in depth. */
export interface UploadView extends DeskView {
  readonly upload: UploadLine & {
    readonly bytes: number;
    readonly sha256: string;
    readonly buyer?: string | undefined;
    readonly replaces?: { readonly id: string; readonly fileName: string } | undefined;
    readonly replacedBy?: { readonly id: string; readonly fileName: string } | undefined;
    readonly batchId?: string | undefined;
  };
  readonly preview?: UploadPreview | undefined;
  /** Why it was refused or failed. */
  readonly trouble?: { readonly message: Bilingual; readonly remedy?: Bilingual | undefined } | undefined;
  readonly may: {
    readonly confirm: boolean;
    readonly cancel: boolean;
    readonly retry: boolean;
    readonly replace: boolean;
  };
  readonly annotatedHref?: string | undefined;
  /** Of one that was taken in: what it tells of, the first ones. */
  readonly processes?: readonly DeskProcessRow[] | undefined;
}

/** What the check of a file found, before anything is stored. */
export interface UploadPreview {
  readonly profile?: { readonly id: string; readonly title: string } | undefined;
  readonly sheets: readonly { readonly name: string; readonly rows: number }[];
  /** Rows by what would become of them. */
  readonly rows: Readonly<Record<string, number>>;
  readonly processes: {
    readonly new: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly held: number;
  };
  readonly faultCount: number;
  readonly faults: readonly FaultGroup[];
  readonly differences: readonly {
    readonly ocid: string;
    readonly title?: string | undefined;
    readonly differences: readonly Difference[];
  }[];
  /** Against the upload that this one corrects. */
  readonly sinceEarlier?: FaultChanges | undefined;
}

/** Faults of one rule in one column. */
export interface FaultGroup {
  readonly rule: string;
  readonly severity: string;
  readonly header: string;
  readonly count: number;
  readonly message: Bilingual;
  readonly remedy?: Bilingual | undefined;
  readonly faults: readonly FaultLine[];
}

/** One faulty cell: `Reporte!K12`. */
export interface FaultLine {
  readonly cell: string;
  readonly header: string;
  readonly value: string;
  readonly message: Bilingual;
}

export interface FaultChanges {
  readonly fixed: readonly FaultLine[];
  readonly remaining: readonly FaultLine[];
  readonly fresh: readonly FaultLine[];
}
