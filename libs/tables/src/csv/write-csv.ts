import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FlatColumn, FlatRow } from '#ocds';
import { inParts, partName } from '../in-parts.js';
import type { TableSource } from '../table-source.js';
import type { WrittenPart } from '../written-part.js';
import { BYTE_ORDER_MARK, csvHeadings, csvLines, type CsvOptions } from './csv-lines.js';

/** Rows made into one chunk of text. */
const CHUNK = 1000;

/** Writes each table as UTF-8 CSV files of at most `partRows` rows. @returns the files, by table */
export async function writeCsv(
  source: TableSource,
  folder: string,
  partRows: number,
  options: CsvOptions,
): Promise<readonly WrittenPart[]> {
  const parts: WrittenPart[] = [];
  for (const table of source.tables) {
    for (const [part, batches] of inParts(source.rows(table), table.rowCount, partRows).entries()) {
      const file = `${partName(table.name, part)}.csv`;
      await pipeline(Readable.from(chunks(batches, table.columns, options)), createWriteStream(join(folder, file)));
      parts.push({ table: table.name, file });
    }
  }
  return parts;
}

async function* chunks(
  batches: AsyncIterable<readonly FlatRow[]>,
  columns: readonly FlatColumn[],
  options: CsvOptions,
): AsyncGenerator<Buffer> {
  yield Buffer.from(BYTE_ORDER_MARK + csvHeadings(columns));
  for await (const rows of batches) {
    for (let start = 0; start < rows.length; start += CHUNK) {
      yield Buffer.from(csvLines(rows.slice(start, start + CHUNK), columns, options));
    }
  }
}
