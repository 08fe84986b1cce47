import { MAIN, XML_HEAD } from '../annotate/namespaces.js';
import { linesOf } from '../annotate/row-height.js';
import { textCell } from '../annotate/text-cell.js';
import type { Catalogues } from './catalogue-sheet.js';
import { columnValidation } from './column-validation.js';
import type { FormColumn, FormKind, FormSheet } from './form.js';
import type { FormFormats } from './form-formats.js';
import { helpText } from './form-texts.js';

/** Row of the header: the one asked for, or the first that leaves a row for the help below the preamble. */
export function headerRowOf({ headerRow, preamble = [] }: FormSheet): number {
  return Math.max(headerRow, preamble.length + 2);
}

/** The XML of a sheet to be filled in: preamble, help and header stay in view, the columns have their formats. */
export function formSheet(sheet: FormSheet, formats: FormFormats, catalogues: Catalogues): string {
  const header = headerRowOf(sheet);
  const validations = sheet.columns.map((column, index) => columnValidation(column, index, header + 1, catalogues));
  return (
    `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${view(header)}<cols>${columns(sheet, formats)}</cols>` +
    `<sheetData>${preambleRows(sheet, formats)}${helpRow(sheet, formats)}${headerElement(sheet, formats)}</sheetData>` +
    (validations.length === 0
      ? ''
      : `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`) +
    '<pageSetup orientation="landscape" fitToHeight="0"/></worksheet>'
  );
}

function view(header: number): string {
  const below = header + 1;
  return (
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${header}" ` +
    `topLeftCell="A${below}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" ` +
    `activeCell="A${below}" sqref="A${below}"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`
  );
}

function columns({ columns: all }: FormSheet, { kinds }: FormFormats): string {
  return all
    .map((column, index) => {
      const place = `min="${index + 1}" max="${index + 1}"`;
      return `<col ${place} width="${widthOf(column)}" style="${kinds[column.kind]}" customWidth="1"/>`;
    })
    .join('');
}

function preambleRows({ preamble = [] }: FormSheet, { text }: FormFormats): string {
  return preamble
    .map((cells, index) => `<row r="${index + 1}">${cells.map((cell) => textCell(cell, text)).join('')}</row>`)
    .join('');
}

function helpRow(sheet: FormSheet, { help, requiredHelp }: FormFormats): string {
  const cells = sheet.columns.map((column) => {
    const format = column.required ? requiredHelp : help;
    return textCell(helpText(column), { plain: format, asText: format });
  });
  const lines = Math.max(1, ...sheet.columns.map((column) => linesOf(helpText(column), widthOf(column) * SMALL)));
  return rowElement(headerRowOf(sheet) - 1, Math.min(lines, MOST_LINES) * 12.5 + 4, cells);
}

function headerElement(sheet: FormSheet, { header, requiredHeader }: FormFormats): string {
  const cells = sheet.columns.map((column) => {
    const format = column.required ? requiredHeader : header;
    return textCell(column.header, { plain: format, asText: format });
  });
  const lines = Math.max(1, ...sheet.columns.map((column) => linesOf(column.header, widthOf(column) * BOLD)));
  return rowElement(headerRowOf(sheet), Math.min(lines, MOST_LINES) * 15 + 4, cells);
}

function rowElement(row: number, height: number, cells: readonly string[]): string {
  return `<row r="${row}" ht="${height}" customHeight="1">${cells.join('')}</row>`;
}

/** Characters of small and of bold text, in the width of one of the usual ones. */
const SMALL = 1.15;
const BOLD = 0.85;

/** The rows that stay in view must leave room for data. */
const MOST_LINES = 8;

function widthOf({ width, kind, header }: FormColumn): number {
  return width ?? Math.max(WIDTHS[kind], Math.min(32, Math.ceil(header.length / 2)));
}

const WIDTHS: Readonly<Record<FormKind, number>> = { text: 28, date: 18, money: 18, integer: 14, code: 22 };
