import { buffer } from 'node:stream/consumers';
import PdfDocument from 'pdfkit';
import type { ReportDocument, ReportSection } from '#tracker';
import { drawBlock } from './draw-block.js';
import { COLOURS, FONTS, printable } from './pdf-looks.js';

/** The report as a PDF on letter pages, with bookmarks and numbered pages: the same report gives the same bytes. */
export async function writeReportPdf(report: ReportDocument): Promise<Buffer> {
  const pdf = new PdfDocument({
    size: 'LETTER',
    margins: { top: 64, bottom: 72, left: 64, right: 64 },
    bufferPages: true,
    lang: 'es-MX',
    displayTitle: true,
    info: { Title: report.title, CreationDate: EPOCH, Producer: 'Compromiso 7', Creator: 'Compromiso 7' },
  });
  const bytes = buffer(pdf);
  drawFront(pdf, report);
  for (const section of report.sections) drawSection(pdf, section);
  numberPages(pdf, report.hash);
  pdf.end();
  return bytes;
}

const EPOCH = new Date(0);

function drawFront(pdf: PDFKit.PDFDocument, { title, subtitle, hash, sections }: ReportDocument): void {
  pdf.font(FONTS.serif).fontSize(22).fillColor(COLOURS.ink).text(printable(title), { lineGap: 3 });
  pdf.moveDown(0.6).font(FONTS.plain).fontSize(11).text(printable(subtitle), { lineGap: 2 });
  pdf.moveDown(0.6).fontSize(8).fillColor(COLOURS.quiet).text(`Versión ${hash}`);
  pdf.moveDown(1.5).font(FONTS.serif).fontSize(15).fillColor(COLOURS.ink).text('Contenido').moveDown(0.4);
  pdf.font(FONTS.plain).fontSize(10);
  for (const { title: line, level, page, inSource } of sections) {
    const aside = page === undefined ? (inSource ? '' : ' (agregado)') : ` (página ${page} del original)`;
    pdf.text(printable(`${line}${aside}`), { indent: (level - 1) * 16, lineGap: 2 });
  }
  pdf.addPage();
}

function drawSection(pdf: PDFKit.PDFDocument, { title, level, blocks }: ReportSection): void {
  const top = pdf.y <= pdf.page.margins.top;
  if (!top && pdf.y > pdf.page.height - 200) pdf.addPage();
  else if (!top) pdf.moveDown(level === 1 ? 1.6 : 1.2);
  pdf.outline.addItem(title);
  pdf
    .font(FONTS.serif)
    .fontSize(level === 1 ? 16 : 13)
    .fillColor(COLOURS.ink)
    .text(printable(title), { lineGap: 2 });
  pdf.moveDown(0.4);
  for (const block of blocks) drawBlock(pdf, block);
}

function numberPages(pdf: PDFKit.PDFDocument, hash: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page);
    const { width, height, margins } = pdf.page;
    // Below the margin text would begin a page of its own.
    margins.bottom = 0;
    const place = [margins.left, height - 44] as const;
    pdf.font(FONTS.plain).fontSize(8).fillColor(COLOURS.quiet);
    pdf.text(`${hash.slice(0, 12)} · página ${page + 1} de ${count}`, ...place, {
      width: width - 2 * margins.left,
      align: 'right',
    });
  }
}
