/** An empty workbook to be filled in by hand. */
export interface Form {
  readonly title: string;
  /** The profile that reads the workbook back. */
  readonly profile: { readonly name: string; readonly version: string };
  readonly instructions: readonly string[];
  readonly sheets: readonly FormSheet[];
}

export interface FormSheet {
  readonly name: string;
  /** From 1. The row above it says how to fill each column in: where there is none, the header moves down. */
  readonly headerRow: number;
  /** Rows above that. */
  readonly preamble?: readonly (readonly string[])[];
  readonly columns: readonly FormColumn[];
}

/** `code` is text that looks like a number: its zeros on the left stay. */
export type FormKind = 'text' | 'date' | 'money' | 'integer' | 'code';

export interface FormColumn {
  /** As the profile looks for it. */
  readonly header: string;
  /** How to fill it in, with an example. */
  readonly help: string;
  readonly required: boolean;
  readonly kind: FormKind;
  /** The values it may have, offered as a drop-down. */
  readonly options?: readonly string[];
  /** In characters. */
  readonly width?: number;
}
