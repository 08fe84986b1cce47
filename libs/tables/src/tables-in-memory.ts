import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { createFlattener, type FlatRow, type FlatTable, type JsonObject } from '#ocds';
import { BYTE_ORDER_MARK, csvHeadings, csvLines } from './csv/csv-lines.js';
import { columnLetters, headingRow, sheetRows } from './xlsx/sheet-rows.js';
import { SHEET_END, SHEET_START, sheetFile, workbookParts } from './xlsx/workbook-parts.js';

interface FilledTable extends FlatTable {
  readonly rows: readonly FlatRow[];
}

/** One release as the tables of `writeTables`, CSV files in a zip. It is small enough to be made at once. */
export function zippedTables(release: JsonObject): Promise<Buffer> {
  return zipped(
    tablesOf(release).map(({ name, columns, rows }) => [
      `${name}.csv`,
      BYTE_ORDER_MARK + csvHeadings(columns) + csvLines(rows, columns, {}),
    ]),
  );
}

/** The same as a workbook, a worksheet each. */
export function workbookOfTables(release: JsonObject): Promise<Buffer> {
  const tables = tablesOf(release);
  return zipped([
    ...workbookParts(tables.map(({ name }) => name)),
    ...tables.map((table, index) => [`xl/${sheetFile(index)}`, sheetOf(table)] as const),
  ]);
}

function tablesOf(release: JsonObject): readonly FilledTable[] {
  const flattener = createFlattener();
  flattener.add(release);
  const rows = flattener.takeRows();
  const filled = flattener.tables().map((table) => ({ ...table, rows: rows.get(table.name) ?? [] }));
  return filled.filter((table, index) => index === 0 || table.rows.length > 0);
}

function sheetOf({ columns, rows }: FilledTable): string {
  const body = sheetRows(rows, columns, columnLetters(columns.length), 2, { cutTexts: 0 });
  return SHEET_START + headingRow(columns) + body + SHEET_END;
}

function zipped(files: readonly (readonly [string, string])[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, text] of files) zip.addBuffer(Buffer.from(text), path, { compressionLevel: 1 });
  zip.end();
  return buffer(zip.outputStream as Readable);
}
