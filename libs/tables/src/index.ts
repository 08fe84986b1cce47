export { readTables } from './read-tables.js';
export { TableError } from './table-error.js';
export type { TableErrorCode } from './table-error.js';
export { TABLE_FORMATS } from './table-format.js';
export type { TableFormat } from './table-format.js';
export { writeTables } from './write-tables.js';
export type { TablesReport, WriteTablesOptions } from './write-tables.js';
