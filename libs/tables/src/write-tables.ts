import { mkdir } from 'node:fs/promises';
import type { JsonObject, TablesBy } from '#ocds';
import { writeDataPackage } from './data-package.js';
import { EXCEL_ROWS } from './in-parts.js';
import type { TableFormat } from './table-format.js';
import { layOutReleases, type TableSource } from './table-source.js';
import type { WrittenPart } from './written-part.js';

export interface WriteTablesOptions {
  readonly format: TableFormat;
  /** Made when it does not exist; files of the same names are replaced. */
  readonly folder: string;
  readonly by?: TablesBy;
  /** Rows per CSV file or worksheet, headings not counted; as many as Excel opens unless told. */
  readonly partRows?: number;
  /** CSV: leave text that a spreadsheet would run as a formula as it is. */
  readonly keepFormulas?: boolean;
  /** Cells held in memory before rows wait on disk. */
  readonly cellsInMemory?: number;
}

/** What was written. */
export interface TablesReport {
  readonly releases: number;
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly columns: number }[];
  /** In the folder, the description `datapackage.json` not counted. */
  readonly files: readonly string[];
  /** Texts longer than an Excel cell holds (32,767 characters), cut there. */
  readonly cutTexts: number;
}

/**
 * Writes releases as tables: CSV or Parquet files, one per table, or one workbook, with a description of the columns
 * (`datapackage.json`). See `createFlattener` for the tables. Memory does not grow with the number of releases.
 *
 * @throws FlattenError; what the reading of the releases throws; errors of the file system
 */
export async function writeTables(
  releases: AsyncIterable<{ readonly release: JsonObject }>,
  options: WriteTablesOptions,
): Promise<TablesReport> {
  await using source = await layOutReleases(releases, options.by ?? 'kind', options.cellsInMemory);
  await mkdir(options.folder, { recursive: true });
  const counts = { cutTexts: 0 };
  const parts = await writeParts(source, options, counts);
  await writeDataPackage(options.folder, options.format, source.tables, parts);
  const tables = source.tables.map(({ name, rowCount, columns }) => ({
    name,
    rows: rowCount,
    columns: columns.length,
  }));
  return { releases: source.releases, tables, files: [...new Set(parts.map(({ file }) => file))], ...counts };
}

/** Each writer is loaded when it is used: all three take longer to load than a small file to write. */
async function writeParts(
  source: TableSource,
  { format, folder, partRows = EXCEL_ROWS, keepFormulas = false }: WriteTablesOptions,
  counts: { cutTexts: number },
): Promise<readonly WrittenPart[]> {
  if (format === 'csv') {
    const { writeCsv } = await import('./csv/write-csv.js');
    return writeCsv(source, folder, partRows, { keepFormulas });
  }
  if (format === 'xlsx') {
    const { writeWorkbook } = await import('./xlsx/write-workbook.js');
    return writeWorkbook(source, folder, partRows, counts);
  }
  const { writeParquet } = await import('./parquet/write-parquet.js');
  return writeParquet(source, folder);
}
