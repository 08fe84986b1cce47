import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { FlatColumn, FlatRow } from '#ocds';
import { BYTE_ORDER_MARK, csvHeadings, csvLines } from './csv/csv-lines.js';
import { columnLetters, headingRow, sheetRows } from './xlsx/sheet-rows.js';
import { SHEET_END, SHEET_START, sheetFile, workbookParts } from './xlsx/workbook-parts.js';

/** A list of rows that come in batches, each cell in the place of its column. */
export interface RowList {
  readonly columns: readonly { readonly heading: string; readonly type: FlatColumn['type'] }[];
  /** All at hand, or as they are read. */
  readonly batches: Iterable<readonly FlatRow[]> | AsyncIterable<readonly FlatRow[]>;
}

/** The list as CSV, as Excel opens it: with byte order mark, formulas neutralised. Rows go out as they come. */
export function csvOfRows(list: RowList): Readable {
  return Readable.from(csvParts(list), { objectMode: false });
}

/** The list as a workbook of one worksheet; text that looks like a formula stays text. Rows go out as they come. */
export function workbookOfRows(sheet: string, list: RowList): Readable {
  const zip = new ZipFile();
  for (const [path, xml] of workbookParts([sheet])) zip.addBuffer(Buffer.from(xml), path);
  const out = zip.outputStream as Readable;
  zip.addReadStreamLazy(`xl/${sheetFile(0)}`, { compressionLevel: 1 }, (give) =>
    give(
      null,
      Readable.from(sheetParts(list), { objectMode: false }).once('error', (error) => out.destroy(error)),
    ),
  );
  zip.end();
  return out;
}

async function* csvParts({ columns, batches }: RowList): AsyncGenerator<Buffer> {
  const flat = flatColumns(columns);
  yield Buffer.from(BYTE_ORDER_MARK + csvHeadings(flat));
  for await (const rows of batches) yield Buffer.from(csvLines(rows, flat, {}));
}

async function* sheetParts({ columns, batches }: RowList): AsyncGenerator<Buffer> {
  const flat = flatColumns(columns);
  const letters = columnLetters(flat.length);
  let number = 2;
  yield Buffer.from(SHEET_START + headingRow(flat));
  for await (const rows of batches) {
    yield Buffer.from(sheetRows(rows, flat, letters, number, { cutTexts: 0 }));
    number += rows.length;
  }
  yield Buffer.from(SHEET_END);
}

function flatColumns(columns: RowList['columns']): readonly FlatColumn[] {
  return columns.map((column, index) => ({ ...column, index, isKey: false }));
}
