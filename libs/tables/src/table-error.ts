export type TableErrorCode = 'NO_TABLES' | 'CSV_BROKEN' | 'WORKBOOK_BROKEN' | 'DESCRIPTION_BROKEN';

/** Tables that cannot be read. */
export class TableError extends Error {
  override readonly name = 'TableError';

  constructor(
    readonly code: TableErrorCode,
    message: string,
    readonly remedy: { readonly es: string; readonly en: string },
  ) {
    super(message);
  }
}
