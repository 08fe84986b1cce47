import { buffer } from 'node:stream/consumers';
import PdfDocument from 'pdfkit';
import type { Block } from '#tracker';
import { drawBlock } from './draw-block.js';
import { COLOURS, FONTS, printable } from './pdf-looks.js';

/** Something told on a page. */
export interface Sheet {
  readonly language: 'es-MX' | 'en';
  /** Above the title. */
  readonly kicker: string;
  readonly title: string;
  readonly lede: string;
  readonly blocks: readonly Block[];
  /** Below everything: where it is from, and of when. */
  readonly foot: string;
}

const LONG_TITLE = 90;

/** A sheet as a PDF on letter paper; the same sheet gives the same bytes. */
export async function writeSheetPdf({ language, kicker, title, lede, blocks, foot }: Sheet): Promise<Buffer> {
  const pdf = new PdfDocument({
    size: 'LETTER',
    margins: { top: 48, bottom: 48, left: 56, right: 56 },
    lang: language,
    displayTitle: true,
    info: { Title: title, CreationDate: new Date(0), Producer: 'Compromiso 7', Creator: 'Compromiso 7' },
  });
  const bytes = buffer(pdf);
  pdf.font(FONTS.plain).fontSize(9).fillColor(COLOURS.quiet).text(printable(kicker)).moveDown(0.3);
  pdf
    .font(FONTS.serif)
    .fontSize(title.length > LONG_TITLE ? 13 : 18)
    .fillColor(COLOURS.ink)
    .text(printable(title), { lineGap: 2 });
  pdf.moveDown(0.4).font(FONTS.plain).fontSize(11).text(printable(lede), { lineGap: 2 }).moveDown(0.8);
  for (const block of blocks) drawBlock(pdf, block);
  pdf.moveDown(0.5).font(FONTS.plain).fontSize(8).fillColor(COLOURS.quiet).text(printable(foot), { lineGap: 1 });
  pdf.end();
  return bytes;
}
