import type { Bilingual } from '#ocds';

export type RemarkSeverity = 'error' | 'warning' | 'note';

/** What is to be said about a cell, or a row, of an uploaded file. */
export interface Remark {
  /** Name of the sheet; '' for a file without sheets. */
  readonly sheet: string;
  /** From 1, as a spreadsheet program numbers it. */
  readonly row: number;
  /** From 0; -1 for the whole row. */
  readonly column: number;
  readonly header: string;
  readonly value: string;
  readonly severity: RemarkSeverity;
  readonly rule: string;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
}

export type Remarks = AsyncIterable<Remark> | Iterable<Remark>;

/** What became of the rows of the file. */
export interface OutcomeCounts {
  readonly published: number;
  readonly unchanged: number;
  readonly held: number;
  readonly refused: number;
}

export interface AnnotateOptions {
  /** Name of the uploaded file, for the title of the list. */
  readonly fileName: string;
  readonly outcomes: OutcomeCounts;
  /** Cells of one sheet that get a note and a colour, 5,000 unless told; the rest is in the list only. */
  readonly notesPerSheet?: number;
}

export interface AnnotateReport {
  /** Name of the sheet with the list: "Observaciones" unless the workbook has one of that name. */
  readonly listSheet: string;
  readonly remarks: number;
  /** Cells with a note, those of whole rows included. */
  readonly notes: number;
  /** Remarks that found no room in the list (a sheet ends at row 1,048,576). */
  readonly unlisted: number;
}
