import { cellAddress, columnOf } from './cell-address.js';
import type { CellNote } from './cell-notes.js';
import type { RemarkSeverity } from './remark.js';
import { attributeOf, withAttribute, withoutAttribute } from './xml-attribute.js';

/** How cells of a sheet are given their colours. */
export interface CellColours {
  /** Of the sheet's element names, with the colon. */
  readonly prefix: string;
  /** Index of the format like the given one, with the colour. */
  filled(format: number, severity: RemarkSeverity): number;
  /** Format of blank cells in a column. */
  columnFormat(column: number): number;
}

type RowNotes = ReadonlyMap<number, CellNote>;

/** The `row` element with the noted cells coloured; cells that it lacks are added in their places. */
export function patchRow(xml: string, number: number, notes: RowNotes, colours: CellColours): string {
  const { prefix } = colours;
  const [start = ''] = /^<[^>]*>/.exec(xml) ?? [];
  const content = start.endsWith('/>') ? '' : xml.slice(start.length, xml.lastIndexOf('<'));
  const format = rowFormat(start);
  const waiting = [...notes].sort(([left], [right]) => left - right);
  const added = (below: number): string => {
    let cells = '';
    while (waiting[0] && waiting[0][0] < below) {
      const [column, note] = waiting.shift()!;
      cells += blankCell(number, column, colours.filled(format ?? colours.columnFormat(column), note.severity), prefix);
    }
    return cells;
  };
  const cells = patchCells(content, colours, waiting, added);
  const missing = added(Infinity);
  const open = start.replace(/\s*\/>$/, '>');
  // `spans` tells the columns of the cells: a cell beyond them would contradict it.
  return `${missing === '' ? open : withoutAttribute(open, 'spans')}${cells}${missing}</${prefix}row>`;
}

/** A `row` element for a row that the sheet lacks. */
export function newRow(number: number, notes: RowNotes, colours: CellColours): string {
  return patchRow(`<${colours.prefix}row r="${number}"/>`, number, notes, colours);
}

function patchCells(
  content: string,
  { prefix, filled }: CellColours,
  waiting: (readonly [number, CellNote])[],
  added: (below: number) => string,
): string {
  let cells = '';
  let from = 0;
  let column = -1;
  for (const { 0: tag, index } of content.matchAll(new RegExp(`<${prefix}c(?=[\\s/>])[^>]*>`, 'g'))) {
    const address = attributeOf(tag, 'r');
    column = address === undefined ? column + 1 : columnOf(address);
    cells += content.slice(from, index) + added(column);
    const note = waiting[0]?.[0] === column ? waiting.shift()![1] : undefined;
    cells += note ? withAttribute(tag, 's', filled(Number(attributeOf(tag, 's') ?? 0), note.severity)) : tag;
    from = index + tag.length;
  }
  return cells + content.slice(from);
}

function rowFormat(start: string): number | undefined {
  const isFormatted = /^(?:1|true)$/.test(attributeOf(start, 'customFormat') ?? '');
  return isFormatted ? Number(attributeOf(start, 's') ?? 0) : undefined;
}

function blankCell(row: number, column: number, format: number, prefix: string): string {
  return `<${prefix}c r="${cellAddress(row, column)}" s="${format}"/>`;
}
