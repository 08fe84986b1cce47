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
}
