import type { Block, Text } from '#tracker';
import { columnShares } from '../column-shares.js';
import { COLOURS, FONTS, lookOf, printable } from './pdf-looks.js';

type Table = Extract<Block, { kind: 'table' }>;

const SIZE = 9;
const GAP = 8;
const PADDING = 3;

/** Draws a table with its caption; its heading is repeated on each page, and no row is cut that fits on one. */
export function drawTable(pdf: PDFKit.PDFDocument, table: Table): void {
  const { caption, head, rows } = table;
  const widths = columnWidths(pdf, table);
  const heading = head.map((text): Text => [{ text, style: 'strong' }]);
  const first = rowHeight(pdf, heading, widths) + (rows[0] ? rowHeight(pdf, rows[0], widths) : 0);
  if (pdf.y + first + 30 > bottomOf(pdf)) pdf.addPage();
  pdf
    .font(FONTS.bold)
    .fontSize(SIZE + 0.5)
    .fillColor(COLOURS.ink)
    .text(printable(caption))
    .moveDown(0.2);
  drawRow(pdf, heading, widths);
  for (const row of rows) {
    if (pdf.y + rowHeight(pdf, row, widths) > bottomOf(pdf)) {
      pdf.addPage();
      drawRow(pdf, heading, widths);
    }
    drawRow(pdf, row, widths);
  }
}

function bottomOf({ page }: PDFKit.PDFDocument): number {
  return page.height - page.margins.bottom;
}

function columnWidths({ page }: PDFKit.PDFDocument, table: Table): readonly number[] {
  const all = page.width - page.margins.left - page.margins.right;
  return columnShares(table).map((share) => share * all);
}

function rowHeight(pdf: PDFKit.PDFDocument, cells: readonly Text[], widths: readonly number[]): number {
  // Bold is the widest of the fonts: what fits in it fits in any.
  pdf.font(FONTS.bold).fontSize(SIZE);
  const heights = cells.map((cell, index) =>
    pdf.heightOfString(wordsOf(cell), { width: widths[index]! - GAP, lineGap: 1 }),
  );
  return Math.max(SIZE, ...heights) + 2 * PADDING;
}

function drawRow(pdf: PDFKit.PDFDocument, cells: readonly Text[], widths: readonly number[]): void {
  const { left, right } = pdf.page.margins;
  const height = rowHeight(pdf, cells, widths);
  const top = pdf.y;
  pdf
    .moveTo(left, top)
    .lineTo(pdf.page.width - right, top)
    .lineWidth(0.5)
    .strokeColor(COLOURS.rule)
    .stroke();
  let x = left;
  for (const [index, cell] of cells.entries()) {
    drawCell(pdf, cell, { x, y: top + PADDING, width: widths[index]! - GAP });
    x += widths[index]!;
  }
  pdf.x = left;
  pdf.y = top + height;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function drawCell(pdf: PDFKit.PDFDocument, cell: Text, { x, y, width }: Box): void {
  pdf.fontSize(SIZE);
  for (const [index, run] of cell.entries()) {
    const { font, colour } = lookOf(run);
    const options = { width, lineGap: 1, continued: index < cell.length - 1 };
    pdf.font(font).fillColor(colour);
    if (index === 0) pdf.text(printable(run.text), x, y, options);
    else pdf.text(printable(run.text), options);
  }
}

function wordsOf(cell: Text): string {
  return printable(cell.map(({ text }) => text).join(''));
}
