import type { ConnectorKind, ConnectorRun, ConnectorState } from '#connectors';
import type { Choice, DeskView, FormState } from './desk.view.js';

/** Dates as text: a page is plain data. */
type Told<T> = {
  readonly [Key in keyof T]: T[Key] extends Date ? string : T[Key] extends Date | null ? string | null : T[Key];
};

export type SourceLine = Told<ConnectorState>;
export type SourceRun = Told<ConnectorRun>;

export interface SourcesView extends DeskView {
  readonly sources: readonly SourceLine[];
  readonly mayManage: boolean;
}

export interface SourceView extends DeskView {
  readonly source: SourceLine;
  /** What it was told, by name; never a secret: at most the name of the variable that holds it. */
  readonly config: readonly (readonly [name: string, value: string])[];
  readonly runs: readonly SourceRun[];
  readonly mayManage: boolean;
}

export interface SourceFormView extends DeskView {
  readonly kind?: ConnectorKind | undefined;
  /** The one that is edited; a new one when missing. */
  readonly id?: string | undefined;
  readonly form: FormState;
  readonly publishers: readonly Choice[];
  readonly profiles: readonly Choice[];
}
