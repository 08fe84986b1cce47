import { cellAddress } from './cell-address.js';
import type { CellNote, SheetNotes } from './cell-notes.js';
import { MAIN, RELATIONS, XML_HEAD } from './namespaces.js';
import type { SheetLayout } from './sheet-layout.js';
import type { StyleBook } from './style-book.js';
import { textCell, type TextFormats } from './text-cell.js';

/** One row of an uploaded file as text. */
export interface FileRow {
  /** From 1, as the remarks number it. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface RowFormats {
  readonly formats: TextFormats;
  filled: StyleBook['filled'];
  /** Called when there are more rows than a sheet holds. */
  cut(): void;
}

/** The last row of a sheet (Excel's limits). */
export const LAST_ROW = 1_048_576;

/** Columns of 18 characters. */
export const USUAL_LAYOUT: SheetLayout = { width: () => 126, format: () => 0, heights: new Map() };

/** Characters of XML gathered before they are handed on. */
const CHUNK = 1 << 16;

type Rows = AsyncIterable<FileRow> | Iterable<FileRow>;

/** The XML of a worksheet with these rows, their noted cells coloured. */
export async function* notedRows(rows: Rows, notes: SheetNotes, told: RowFormats): AsyncGenerator<Buffer> {
  const waiting = [...notes.keys()].sort((left, right) => left - right);
  let xml =
    `${XML_HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetViews><sheetView workbookViewId="0"/></sheetViews>` +
    '<sheetFormatPr defaultColWidth="18" defaultRowHeight="15"/><sheetData>';
  const missing = (below: number): string => {
    let made = '';
    while (waiting[0] !== undefined && waiting[0] < below) made += rowElement({ row: waiting.shift()!, cells: [] });
    return made;
  };
  const rowElement = ({ row, cells }: FileRow): string => notedRow(row, cells, notes.get(row) ?? NONE, told);

  for await (const row of rows) {
    if (row.row > LAST_ROW) {
      told.cut();
      break;
    }
    xml += missing(row.row) + rowElement(row);
    if (waiting[0] === row.row) waiting.shift();
    if (xml.length < CHUNK) continue;
    yield Buffer.from(xml);
    xml = '';
  }
  const drawing = notes.size > 0 ? '<legacyDrawing r:id="c7r1"/>' : '';
  yield Buffer.from(`${xml}${missing(LAST_ROW + 1)}</sheetData>${drawing}</worksheet>`);
}

const NONE: ReadonlyMap<number, CellNote> = new Map();

function notedRow(
  row: number,
  cells: readonly string[],
  notes: ReadonlyMap<number, CellNote>,
  { formats, filled }: RowFormats,
): string {
  const width = Math.max(cells.length, ...Array.from(notes.keys(), (column) => column + 1));
  let xml = `<row r="${row}">`;
  for (let column = 0; column < width; column++) {
    const text = cells[column] ?? '';
    const note = notes.get(column);
    if (text === '' && !note) continue;
    const formatsHere = note
      ? { plain: filled(formats.plain, note.severity), asText: filled(formats.asText, note.severity) }
      : formats;
    xml += textCell(text, formatsHere, cellAddress(row, column));
  }
  return `${xml}</row>`;
}
