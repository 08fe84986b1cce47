/**
 * One row of a sheet, as text: numbers as the shortest decimal text that reads back equal, dates as YYYY-MM-DD or
 * YYYY-MM-DDTHH:mm:ss, truth values as VERDADERO or FALSO, blanks as ''.
 */
export interface SourceRow {
  /** Name of the sheet; '' for CSV. */
  readonly sheet: string;
  /** As a spreadsheet program numbers it, from 1; of CSV the ordinal of the record, what precedes the header included. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Cells whose text is not to be relied on, where there are any. */
  readonly unsound?: readonly UnsoundCell[];
}

export interface UnsoundCell {
  /** Index from 0. */
  readonly column: number;
  /** A value that comes from outside of the file; an error in the place of a value; a formula without its result. */
  readonly kind: 'external' | 'error' | 'no-result';
  /** The formula's reference, or the error. */
  readonly found: string;
}
