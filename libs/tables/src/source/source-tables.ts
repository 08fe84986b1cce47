import type { SourceNotice } from './source-notice.js';

/** What a publisher's file holds: sheets of rows of text. */
export interface SourceTables {
  readonly format: 'csv' | 'xlsx' | 'xls';
  /** Of CSV only. */
  readonly encoding?: SourceEncoding;
  /** Of CSV only. */
  readonly delimiter?: string;
  /** What a reader would want to know and does not stop the reading. Grows while rows are read. */
  readonly notices: readonly SourceNotice[];
  /** In the order of the workbook; of CSV one, without a name. */
  readonly sheets: readonly SourceSheet[];
  /**
   * The rows that hold something, in order; may be gone through any number of times.
   *
   * @throws TableError when there is no such sheet, and when the file turns out to be broken or beyond a limit
   */
  rows(sheet: string): AsyncIterable<SourceRow>;
  close(): Promise<void>;
}

export type SourceEncoding = 'utf-8' | 'windows-1252' | 'utf-16le';

export interface SourceSheet {
  readonly name: string;
  readonly hidden: boolean;
}

/**
 * One row of a sheet, as text: numbers as the shortest decimal text, dates as YYYY-MM-DD or YYYY-MM-DDTHH:mm:ss, times
 * as HH:mm:ss, truth values as VERDADERO or FALSO, blanks as ''. A workbook's rows end with their last filled cell; those
 * of CSV are as wide as the table.
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
