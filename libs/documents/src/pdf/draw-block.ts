import type { Block, Text } from '#tracker';
import { drawTable } from './draw-table.js';
import { COLOURS, FONTS, lookOf, printable } from './pdf-looks.js';

const SIZE = 10;

/** Draws one block below what is there, on the next page where it does not fit. */
export function drawBlock(pdf: PDFKit.PDFDocument, block: Block): void {
  switch (block.kind) {
    case 'paragraph':
      drawText(pdf, block.text, 0);
      break;
    case 'warning':
      drawWarning(pdf, block.text);
      break;
    case 'list':
      for (const item of block.items) drawText(pdf, [{ text: '• ' }, ...item], 12);
      break;
    case 'table':
      drawTable(pdf, block);
      break;
  }
  pdf.moveDown(0.5);
}

function drawText(pdf: PDFKit.PDFDocument, text: Text, indent: number): void {
  const { left, right } = pdf.page.margins;
  const width = pdf.page.width - left - right - indent;
  pdf.fontSize(SIZE);
  pdf.x = left + indent;
  for (const [index, run] of text.entries()) {
    const { font, colour } = lookOf(run);
    const last = index === text.length - 1;
    pdf.font(font).fillColor(colour).text(printable(run.text), { width, lineGap: 2, continued: !last });
  }
  pdf.x = left;
}

function drawWarning(pdf: PDFKit.PDFDocument, text: Text): void {
  const { left, right, bottom } = pdf.page.margins;
  const words = printable(text.map((run) => run.text).join(''));
  pdf.font(FONTS.plain).fontSize(SIZE);
  const height = pdf.heightOfString(words, { width: pdf.page.width - left - right - 12, lineGap: 2 });
  if (pdf.y + height > pdf.page.height - bottom) pdf.addPage();
  pdf
    .moveTo(left + 2, pdf.y)
    .lineTo(left + 2, pdf.y + height)
    .lineWidth(3)
    .strokeColor(COLOURS.warning)
    .stroke();
  drawText(pdf, text, 12);
}
