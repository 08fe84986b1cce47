import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { FlatRow, FlatTable } from '#ocds';
import { inParts, partName } from '../in-parts.js';
import type { TableSource } from '../table-source.js';
import type { WrittenPart } from '../written-part.js';
import { columnLetters, headingRow, sheetRows } from './sheet-rows.js';
import { SHEET_END, SHEET_START, sheetFile, workbookParts } from './workbook-parts.js';

export const WORKBOOK = 'procesos.xlsx';

/** Rows made into one chunk of XML. */
const CHUNK = 1000;

/** Level 1 deflates three times as fast as 6; worksheets are so repetitive that they grow little by it. */
const COMPRESSION = { compressionLevel: 1 };

interface Sheet extends WrittenPart {
  readonly sheet: string;
  readonly chunks: () => AsyncIterable<Buffer>;
}

/** Writes all tables as worksheets of one workbook, each of at most `partRows` rows. */
export async function writeWorkbook(
  source: TableSource,
  folder: string,
  partRows: number,
  counts: { cutTexts: number },
): Promise<readonly WrittenPart[]> {
  const sheets = source.tables.flatMap((table) => sheetsOf(table, source, partRows, counts));
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(join(folder, WORKBOOK)));
  const failed = new Promise<never>((_, reject) => zip.on('error', reject));
  for (const [path, xml] of workbookParts(sheets.map(({ sheet }) => sheet))) {
    zip.addBuffer(Buffer.from(xml), path, COMPRESSION);
  }
  for (const [index, { chunks }] of sheets.entries()) {
    zip.addReadStreamLazy(`xl/${sheetFile(index)}`, COMPRESSION, (give) =>
      give(
        null,
        Readable.from(chunks()).once('error', (error) => zip.emit('error', error)),
      ),
    );
  }
  zip.end();
  await Promise.race([written, failed]);
  return sheets.map(({ table, file, sheet }) => ({ table, file, sheet }));
}

/** The worksheets of a table, to be written in order. */
function sheetsOf(
  table: FlatTable,
  source: TableSource,
  partRows: number,
  counts: { cutTexts: number },
): readonly Sheet[] {
  return inParts(source.rows(table), table.rowCount, partRows).map((batches, part) => ({
    table: table.name,
    file: WORKBOOK,
    sheet: partName(table.name, part),
    chunks: () => sheetChunks(table, batches, counts),
  }));
}

async function* sheetChunks(
  { columns }: FlatTable,
  batches: AsyncIterable<readonly FlatRow[]>,
  counts: { cutTexts: number },
): AsyncGenerator<Buffer> {
  const letters = columnLetters(columns.length);
  yield Buffer.from(SHEET_START + headingRow(columns));
  let number = 2;
  for await (const rows of batches) {
    for (let start = 0; start < rows.length; start += CHUNK) {
      const chunk = rows.slice(start, start + CHUNK);
      yield Buffer.from(sheetRows(chunk, columns, letters, number, counts));
      number += chunk.length;
    }
  }
  yield Buffer.from(SHEET_END);
}
