import type { StateTone } from '../components/state-tag.js';
import type { Choice, DeskView, FormState } from './desk.view.js';

/** Somewhere to go, in Spanish form. */
export interface WayOn {
  readonly path: string;
  readonly label: string;
}

/** A cell of a table: its text, where it leads, how a state reads, what can be done there. */
export interface TrackingCell {
  readonly text: string;
  readonly path?: string;
  readonly tone?: StateTone;
  /** There is nothing, for this reason. */
  readonly missing?: boolean;
  readonly ways?: readonly WayOn[];
}

/** A table of a page of the tracker; `none` stands where it has no rows. */
export interface TrackingPart {
  readonly title: string;
  readonly columns: readonly { readonly label: string; readonly kind?: 'figure' | 'day' }[];
  readonly rows: readonly (readonly (string | TrackingCell)[])[];
  readonly none: string;
  readonly ways?: readonly WayOn[];
}

/** A page of the tracker at the desk: what something is, what can be done with it, what it holds. */
export interface TrackingView extends DeskView {
  readonly title: string;
  readonly lede?: string | undefined;
  readonly back?: WayOn | undefined;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly ways: readonly WayOn[];
  readonly parts: readonly TrackingPart[];
}

/** A field of a task's form; `check` fields hold several values, with commas between. */
export interface TaskField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly kind: 'text' | 'area' | 'date' | 'url' | 'select' | 'radio' | 'check' | 'file';
  readonly choices?: readonly Choice[];
  readonly optional?: boolean;
}

/** One thing to do in the tracker. */
export interface TaskView extends DeskView {
  readonly title: string;
  readonly lede: string;
  readonly back: WayOn;
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** Where the form is sent, in Spanish form. */
  readonly path: string;
  readonly submit: string;
  readonly files: boolean;
  readonly fields: readonly TaskField[];
  readonly form: FormState;
}
