import { MAIN, XML_HEAD } from '../annotate/namespaces.js';
import { heightFor } from '../annotate/row-height.js';
import { textCell, type TextFormats } from '../annotate/text-cell.js';
import type { Form, FormColumn } from './form.js';
import type { FormFormats } from './form-formats.js';
import { kindText } from './form-texts.js';

/** The XML of the sheet that says how the form is filled in, and lists its columns. */
export function instructionsSheet(form: Form, formats: FormFormats): string {
  const { text, wrapped, heading, header, requiredHeader } = formats;
  const steps = form.instructions.map((step, index) => [`${index + 1}.`, step]);
  const rows = [
    rowOf([form.title], same(formats.title), ' ht="24" customHeight="1"'),
    rowOf([`Perfil ${form.profile.name}, versión ${form.profile.version}`], text),
    '<row/>',
    ...steps.map(([number = '', step = '']) => rowOf([number, step], text)),
    ...(steps.length > 0 ? ['<row/>'] : []),
    rowOf(['Columnas que se llenan'], same(heading), ' ht="18" customHeight="1"'),
    `<row>${textCell('Obligatoria', same(requiredHeader))}${textCell('Encabezado rojo: sin ese dato la fila no se publica.', text)}</row>`,
    `<row>${textCell('Opcional', same(header))}${textCell('Encabezado gris: se llena cuando el dato existe.', text)}</row>`,
    '<row/>',
    rowOf(['Hoja', 'Columna', 'Obligatoria', 'Tipo', 'Cómo se llena'], same(header)),
    ...form.sheets.flatMap(({ name, columns }) =>
      columns.map((column) => columnRow(columnCells(name, column), wrapped)),
    ),
  ];
  return (
    `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"/></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${WIDTHS.map(columnElement).join('')}</cols>` +
    `<sheetData>${rows.join('')}</sheetData><pageSetup orientation="landscape" fitToHeight="0"/></worksheet>`
  );
}

const WIDTHS = [22, 44, 13, 30, 80];

function columnElement(width: number, index: number): string {
  return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
}

function columnCells(sheet: string, column: FormColumn): readonly string[] {
  return [sheet, column.header, column.required ? 'Sí' : 'No', kindText(column), column.help];
}

function rowOf(cells: readonly string[], formats: TextFormats, height = ''): string {
  return `<row${height}>${cells.map((cell) => textCell(cell, formats)).join('')}</row>`;
}

function columnRow(cells: readonly string[], formats: TextFormats): string {
  return rowOf(cells, formats, heightFor(cells.map((cell, index) => [cell, WIDTHS[index] ?? 1] as const)));
}

function same(format: number): TextFormats {
  return { plain: format, asText: format };
}
