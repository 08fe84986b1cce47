import type { Readable } from 'node:stream';
import type { ColumnType, Json } from '#ocds';
import { cellFromText } from '../cell-text.js';
import type { ReadTable } from '../read-table.js';
import { attribute, openWorkbook, resolveEntities, richText } from './workbook-sheets.js';

type Cells = (Json | undefined)[];

/**
 * Reads all worksheets of a workbook, ours or saved by a spreadsheet program.
 *
 * @param typesOf column types by worksheet; of the others numbers, truth values and text are as the cells have them
 * @throws TableError when the file is no workbook
 */
export async function readWorkbook(
  path: string,
  typesOf: (sheet: string) => ReadonlyMap<string, ColumnType>,
): Promise<readonly ReadTable[]> {
  const workbook = await openWorkbook(path);
  const tables: ReadTable[] = [];
  for (const { name, open } of workbook.sheets) {
    const rows: Cells[] = [];
    for await (const row of rowElements(await open())) rows.push(cellsOf(row, workbook.sharedTexts));
    tables.push(toTable(rows, typesOf(name)));
  }
  workbook.close();
  return tables;
}

function toTable([first = [], ...rows]: readonly Cells[], types: ReadonlyMap<string, ColumnType>): ReadTable {
  const headings = Array.from(first, (heading) => String(heading ?? ''));
  const columns = headings.map((heading) => types.get(heading) ?? 'string');
  const typed = (cell: Json | undefined, index: number): Json | undefined =>
    typeof cell === 'string' && cell !== '' ? cellFromText(cell, columns[index] ?? 'string') : cell;
  return { headings, rows: rows.map((row) => Array.from(row, typed)) };
}

async function* rowElements(stream: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    const xml = rest + String(chunk);
    let end = 0;
    for (const { 0: row, index } of xml.matchAll(ROW)) {
      yield row;
      end = index + row.length;
    }
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
