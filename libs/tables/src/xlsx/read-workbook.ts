import type { Readable } from 'node:stream';
import type { ColumnType, Json, RowValues, StreamedTable } from '#ocds';
import { cellFromText } from '../cell-text.js';
import { attribute, openWorkbook, resolveEntities, richText, type Workbook } from './workbook-sheets.js';

type Cells = (Json | undefined)[];

/** The worksheets of a workbook, until it is closed. */
export interface OpenWorkbook {
  readonly tables: readonly StreamedTable[];
  close(): void;
}

/**
 * All worksheets of a workbook, ours or saved by a spreadsheet program. Of the latter the texts that cells share are
 * held in memory.
 *
 * @param typesOf column types by worksheet; of the others numbers, truth values and text are as the cells have them
 * @throws TableError when the file is no workbook
 */
export async function openWorkbookTables(
  path: string,
  typesOf: (sheet: string) => ReadonlyMap<string, ColumnType>,
): Promise<OpenWorkbook> {
  const workbook = await openWorkbook(path);
  const tables: StreamedTable[] = [];
  for (const sheet of workbook.sheets) tables.push(await openSheet(sheet, typesOf(sheet.name), workbook.sharedTexts));
  return { tables, close: () => workbook.close() };
}

async function openSheet(
  { open }: Workbook['sheets'][number],
  types: ReadonlyMap<string, ColumnType>,
  sharedTexts: readonly string[],
): Promise<StreamedTable> {
  const readSheet = async function* () {
    for await (const rows of rowElements(await open())) yield rows.map((row) => cellsOf(row, sharedTexts));
  };
  const headings = await readHeadings(readSheet());
  const columns = headings.map((heading) => types.get(heading) ?? 'string');
  return { headings, open: () => typedRows(readSheet(), columns) };
}

async function readHeadings(batches: AsyncIterable<readonly Cells[]>): Promise<readonly string[]> {
  for await (const [first] of batches) if (first) return Array.from(first, (heading) => String(heading ?? ''));
  return [];
}

async function* typedRows(
  batches: AsyncIterable<readonly Cells[]>,
  columns: readonly ColumnType[],
): AsyncGenerator<readonly RowValues[]> {
  const typed = (cell: Json | undefined, index: number): Json | undefined =>
    typeof cell === 'string' && cell !== '' ? cellFromText(cell, columns[index] ?? 'string') : cell;
  let skipped = 1;
  for await (const rows of batches) {
    yield rows.slice(skipped).map((row) => Array.from(row, typed));
    if (rows.length > 0) skipped = 0;
  }
}

/** The `row` elements, those of a chunk at a time. */
async function* rowElements(stream: Readable): AsyncGenerator<readonly string[]> {
  let rest = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    const xml = rest + String(chunk);
    const rows: string[] = [];
    let end = 0;
    for (const { 0: row, index } of xml.matchAll(ROW)) {
      rows.push(row);
      end = index + row.length;
    }
    yield rows;
    rest = xml.slice(end);
  }
}

const ROW = /<(?:\w+:)?row\b[^>]*?(?:\/>|>.*?<\/(?:\w+:)?row>)/gs;

const CELL = /<(?:\w+:)?c((?:\s[^>]*?)?)(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gs;

function cellsOf(row: string, sharedTexts: readonly string[]): Cells {
  const cells: Cells = [];
  for (const [, attributes = '', content = ''] of row.matchAll(CELL)) {
    const address = attribute(attributes, 'r');
    cells[address ? columnIndex(address) : cells.length] = cellValue(
      attribute(attributes, 't') ?? 'n',
      content,
      sharedTexts,
    );
  }
  return cells;
}

function cellValue(type: string, content: string, sharedTexts: readonly string[]): Json | undefined {
  if (type === 'inlineStr') return richText(content);
  const value = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</.exec(content)?.[1];
  if (value === undefined) return undefined;
  if (type === 's') return sharedTexts[Number(value)];
  if (type === 'b') return value === '1';
  return type === 'n' ? Number(value) : resolveEntities(value);
}

/** "C7" is 2. */
function columnIndex(address: string): number {
  let index = 0;
  for (const letter of address.replace(/\d+$/, '')) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
