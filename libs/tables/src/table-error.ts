import type { Bilingual } from '#ocds';
import type { SourceErrorCode } from './source/source-error.js';

export type TableErrorCode = 'NO_TABLES' | 'CSV_BROKEN' | 'WORKBOOK_BROKEN' | 'DESCRIPTION_BROKEN' | SourceErrorCode;

/** Where in a file of tables: `line` of text, or `row` (from 1) and `column` (from 0) of a sheet. */
export interface TablePlace {
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: number;
  readonly line?: number;
}

/** Tables that cannot be read. */
export class TableError extends Error {
  override readonly name = 'TableError';

  /** @param reason in both languages where the file came from outside; the message is the Spanish one */
  constructor(
    readonly code: TableErrorCode,
    message: string,
    readonly remedy: Bilingual,
    readonly reason: Bilingual = { es: message, en: message },
    readonly place: TablePlace = {},
  ) {
    super(message);
  }
}
