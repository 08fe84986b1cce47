export { readTables } from './read-tables.js';
export { openSourceTables } from './source/open-source-tables.js';
export type { SourceErrorCode } from './source/source-error.js';
export type { SourceLimits } from './source/source-limits.js';
export type { SourceNotice, SourceNoticeCode } from './source/source-notice.js';
export type { SourceEncoding, SourceRow, SourceSheet, SourceTables } from './source/source-tables.js';
export { TableError } from './table-error.js';
export type { TableErrorCode, TablePlace } from './table-error.js';
export { TABLE_FORMATS } from './table-format.js';
export type { TableFormat } from './table-format.js';
export { describeTable, PROFILE as DATA_PACKAGE_PROFILE } from './data-package.js';
export { csvOfRows, workbookOfRows } from './list-files.js';
export type { RowList } from './list-files.js';
export { writeTables } from './write-tables.js';
export type { TablesReport, WriteTablesOptions } from './write-tables.js';
export { annotateRows } from './annotate/annotate-rows.js';
export type { FileSheet } from './annotate/annotate-rows.js';
export { annotateWorkbook } from './annotate/annotate-workbook.js';
export { cellAddress } from './annotate/cell-address.js';
export type { FileRow } from './annotate/noted-rows.js';
export type {
  AnnotateOptions,
  AnnotateReport,
  OutcomeCounts,
  Remark,
  Remarks,
  RemarkSeverity,
} from './annotate/remark.js';
export type { Form, FormColumn, FormKind, FormSheet } from './form/form.js';
export { writeFormWorkbook } from './form/write-form-workbook.js';
export type { FormReport } from './form/write-form-workbook.js';
export { workbookOfTables, zippedTables } from './tables-in-memory.js';
