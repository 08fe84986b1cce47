import { buffer } from 'node:stream/consumers';
import type { Block, ReportDocument, ReportSection, Run, Text } from '#tracker';
import { ZipFile } from 'yazl';
import { columnShares } from '../column-shares.js';
import { docxParts, WORD } from './docx-parts.js';
import { xmlText } from './xml-text.js';

/** The report as a Word document (ECMA-376): the same report gives the same bytes. */
export async function writeReportDocx(report: ReportDocument): Promise<Buffer> {
  const zip = new ZipFile();
  const parts = new Map([...docxParts(report.title), ['word/document.xml', documentXml(report)]]);
  for (const [path, xml] of parts) zip.addBuffer(Buffer.from(xml), path, { mtime: EPOCH });
  zip.end();
  return buffer(zip.outputStream);
}

/** The first day that a ZIP can tell. */
const EPOCH = new Date(1980, 0, 1);

function documentXml({ title, subtitle, hash, sections }: ReportDocument): string {
  const front = [
    paragraph([{ text: title }], 'Heading1'),
    paragraph([{ text: subtitle }]),
    paragraph([{ text: `Versión ${hash}`, style: 'source' }]),
    paragraph([{ text: 'Contenido' }], 'Heading2'),
    ...sections.map(contentsLine),
  ];
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="${WORD}" ` +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>' +
    `${front.join('')}${sections.map(sectionXml).join('')}<w:sectPr><w:footerReference w:type="default" r:id="r3"/>` +
    '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1300" w:right="1300" w:bottom="1300" w:left="1300" w:header="700" w:footer="700" w:gutter="0"/>' +
    '</w:sectPr></w:body></w:document>'
  );
}

function contentsLine({ title, level, page, inSource }: ReportSection): string {
  const aside = page === undefined ? (inSource ? '' : ' (agregado)') : ` (página ${page} del original)`;
  const place = `<w:pPr><w:spacing w:after="20"/><w:ind w:left="${(level - 1) * 360}"/></w:pPr>`;
  return `<w:p>${place}${runXml({ text: `${title}${aside}` })}</w:p>`;
}

function sectionXml({ title, level, blocks }: ReportSection): string {
  return paragraph([{ text: title }], `Heading${level + 1}`) + blocks.map(blockXml).join('');
}

function blockXml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(block.text);
    case 'warning':
      return paragraph(block.text, 'Warning');
    case 'list':
      return block.items.map(listItem).join('');
    case 'table':
      return paragraph([{ text: block.caption }], 'Caption') + tableXml(block);
  }
}

function paragraph(text: Text, style?: string): string {
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}${text.map(runXml).join('')}</w:p>`;
}

function listItem(text: Text): string {
  const properties =
    '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/></w:pPr>';
  return `<w:p>${properties}${text.map(runXml).join('')}</w:p>`;
}

const RUN_STYLES: Readonly<Record<NonNullable<Run['style']>, string>> = {
  strong: '<w:rPr><w:b/></w:rPr>',
  missing: '<w:rPr><w:i/><w:color w:val="5D594F"/></w:rPr>',
  source: '<w:rPr><w:color w:val="5D594F"/><w:sz w:val="17"/></w:rPr>',
};

function runXml({ text, style }: Run): string {
  return `<w:r>${style === undefined ? '' : RUN_STYLES[style]}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`;
}

/** Width between the margins of a letter page, in twentieths of a point. */
const WIDTH = 9640;

function tableXml(table: Extract<Block, { kind: 'table' }>): string {
  const { head, rows } = table;
  const widths = columnShares(table).map((share) => Math.floor(share * WIDTH));
  const border =
    '<w:top w:val="single" w:sz="4" w:color="BBB5A8"/><w:bottom w:val="single" w:sz="4" w:color="BBB5A8"/><w:insideH w:val="single" w:sz="4" w:color="DDD8CC"/>';
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const heading = rowXml(
    head.map((text) => [{ text, style: 'strong' } as const]),
    widths,
    '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>',
  );
  const body = rows.map((cells) => rowXml(cells, widths, '<w:trPr><w:cantSplit/></w:trPr>')).join('');
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:tblBorders>${border}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid>${grid}</w:tblGrid>${heading}${body}</w:tbl>${paragraph([], 'Cell')}`
  );
}

function rowXml(cells: readonly Text[], widths: readonly number[], properties: string): string {
  const inner = widths.map(
    (width, index) =>
      `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(cells[index] ?? [], 'Cell')}</w:tc>`,
  );
  return `<w:tr>${properties}${inner.join('')}</w:tr>`;
}
