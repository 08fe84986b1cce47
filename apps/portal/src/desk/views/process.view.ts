import type { Bilingual } from '#ocds';
import type { FindingsView, ReleaseLine, ResultRow, SourceFile } from '../../views.js';
import type { Choice, DeskView, FormState, Neighbours } from './desk.view.js';

/** A field that two releases tell differently; `before` or `after` is missing where one of them does not tell it. */
export interface Difference {
  readonly field: Bilingual;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

export const PROCESS_STATES = ['published', 'held', 'withdrawn', 'proposed'] as const;

/** How a process stands on the desk: on the public site, held back, withdrawn, or with a correction that waits. */
export type ProcessState = (typeof PROCESS_STATES)[number];

export interface DeskProcessRow extends Pick<
  ResultRow,
  'ocid' | 'localNumber' | 'title' | 'buyer' | 'date' | 'amount'
> {
  readonly state: ProcessState;
}

export interface ProcessesView extends DeskView {
  readonly query: string;
  readonly state?: ProcessState | undefined;
  readonly rows: readonly DeskProcessRow[];
  readonly pager: Neighbours;
}

/** One process as its publisher sees it: what is public, what waits, and why. */
export interface DeskProcessView extends DeskView {
  readonly ocid: string;
  readonly title?: string | undefined;
  readonly buyer?: string | undefined;
  readonly publisher: string;
  readonly localNumber?: string | undefined;
  readonly state: ProcessState;
  readonly withdrawal?: { readonly at: string; readonly reason: string; readonly office: string } | undefined;
  readonly releases: readonly DeskRelease[];
  readonly findings: FindingsView;
  readonly sources: readonly SourceFile[];
  readonly corrections: readonly CorrectionLine[];
  readonly may: { readonly correct: boolean; readonly withdraw: boolean; readonly restore: boolean };
}

export interface DeskRelease extends ReleaseLine {
  readonly state: 'accepted' | 'published' | 'held' | 'superseded' | 'withdrawn';
  readonly reason?: string | undefined;
}

/** A correction that was proposed. */
export interface CorrectionLine {
  readonly id: string;
  readonly ocid: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly state: 'proposed' | 'published' | 'rejected';
}

/** One value that can be corrected. */
export interface CorrectableField {
  readonly name: string;
  readonly label: string;
  readonly group: string;
  readonly kind: 'text' | 'long' | 'date' | 'amount' | 'choice';
  readonly choices?: readonly Choice[];
}

export interface CorrectView extends DeskView {
  readonly ocid: string;
  readonly title?: string | undefined;
  readonly fields: readonly CorrectableField[];
  readonly form: FormState;
  /** What would change; told before anything is published. */
  readonly differences?: readonly Difference[] | undefined;
  /** Whether this person publishes at once, or sends to whoever approves. */
  readonly approves: boolean;
}

/** One correction that waits for somebody to approve it. */
export interface CorrectionView extends DeskView {
  readonly correction: CorrectionLine;
  readonly title?: string | undefined;
  readonly differences: readonly Difference[];
  readonly mayDecide: boolean;
  readonly form: FormState;
}

/** The form that takes a process off the public site, or puts it back. */
export interface WithdrawView extends DeskView {
  readonly ocid: string;
  readonly title?: string | undefined;
  readonly restore: boolean;
  readonly form: FormState;
}
