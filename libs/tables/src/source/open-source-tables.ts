import { openCsv } from './csv/csv-source.js';
import { readHead } from './csv/read-pieces.js';
import { fileKind } from './file-kind.js';
import { sourceError } from './source-error.js';
import { SOURCE_LIMITS, type SourceLimits } from './source-limits.js';
import type { SourceTables } from './source-tables.js';
import { withinSize } from './within-size.js';

/**
 * Opens a publisher's file: CSV (also gzip-compressed), .xlsx or .xls, told apart by their content. Rows are read as they
 * are asked for, in bounded memory; only an .xls is read whole.
 *
 * Macros are never run, and links to other files never followed: a workbook with macros is refused, of one with links
 * what it stored is read.
 *
 * @throws TableError with code, reason, place and remedy, for a file that is no table, is broken, encrypted or beyond
 *   limits; errors of the file system
 */
export async function openSourceTables(
  path: string,
  options: { readonly limits?: Partial<SourceLimits> } = {},
): Promise<SourceTables> {
  const limits = { ...SOURCE_LIMITS, ...options.limits };
  return withinSize(await openByKind(path, limits), limits);
}

async function openByKind(path: string, limits: SourceLimits): Promise<SourceTables> {
  const found = fileKind(await readHead(path, false, limits));
  if (found.kind === 'zip') return (await import('./xlsx/xlsx-source.js')).openXlsx(path, limits);
  if (found.kind === 'compound') return (await import('./xls/xls-source.js')).openXls(path, limits);
  const isGzip = found.kind === 'gzip';
  const inside = isGzip ? fileKind(await readHead(path, true, limits)) : found;
  if (inside.kind === 'empty') throw sourceError('EMPTY_FILE');
  if (inside.kind === 'other') throw sourceError('NOT_A_TABLE', inside.words);
  if (inside.kind !== 'text') throw sourceError('NOT_A_TABLE', PACKED);
  return openCsv(path, isGzip, limits);
}

const PACKED = {
  es: 'un archivo comprimido que no contiene un CSV (descomprimirlo antes)',
  en: 'a compressed file that holds no CSV (unpack it first)',
};
