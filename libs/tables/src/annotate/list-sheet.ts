import { cellAddress } from './cell-address.js';
import type { ListFormats } from './list-formats.js';
import { MAIN, RELATIONS, XML_HEAD } from './namespaces.js';
import type { AnnotateOptions } from './remark.js';
import { LIST_COLUMNS, LIST_HEADER_ROW, type RemarkList } from './remark-list.js';
import { textCell } from './text-cell.js';

/** What the sheet tells beside the remarks. */
export interface ListSummary {
  readonly options: AnnotateOptions;
  /** Sentences about what is not there: notes left out, rows cut. */
  readonly limits: readonly string[];
}

/** The XML of the sheet "Observaciones": a summary, and a row for each remark. */
export async function* listSheet(list: RemarkList, formats: ListFormats, summary: ListSummary): AsyncGenerator<Buffer> {
  yield Buffer.from(sheetStart() + summaryRows(list, formats, summary));
  yield* list.rows();
  yield Buffer.from(sheetEnd(list));
}

function sheetStart(): string {
  const below = LIST_HEADER_ROW + 1;
  const columns = LIST_COLUMNS.map(
    ([, width], index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    `${XML_HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${LIST_HEADER_ROW}" topLeftCell="A${below}" ` +
    `activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${below}" sqref="A${below}"/>` +
    `</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>`
  );
}

function summaryRows(list: RemarkList, formats: ListFormats, { options, limits }: ListSummary): string {
  const { published, unchanged, held, refused } = options.outcomes;
  const { error, warning, note } = list.bySeverity;
  const title = { plain: formats.title, asText: formats.title };
  const header = { plain: formats.header, asText: formats.header };
  return (
    `<row ht="21" customHeight="1">${textCell(`Compromiso 7 · Observaciones de ${options.fileName}`, title)}</row>` +
    rowOf([
      textCell(
        `Filas publicadas: ${published} · sin cambio: ${unchanged} · retenidas: ${held} · rechazadas: ${refused}`,
        formats.text,
      ),
    ]) +
    rowOf([textCell(`Errores: ${error} · avisos: ${warning} · notas: ${note}`, formats.text)]) +
    rowOf([textCell(list.listed === 0 ? 'No hay observaciones.' : limits.join(' '), formats.text)]) +
    rowOf(LIST_COLUMNS.map(([name]) => textCell(name, header)))
  );
}

function rowOf(cells: readonly string[]): string {
  return `<row>${cells.join('')}</row>`;
}

function sheetEnd({ listed, links }: RemarkList): string {
  const last = LIST_HEADER_ROW + Math.max(1, listed);
  const corner = cellAddress(last, LIST_COLUMNS.length - 1);
  return (
    `</sheetData><autoFilter ref="A${LIST_HEADER_ROW}:${corner}"/>` +
    (links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`) +
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>' +
    '<pageSetup orientation="landscape" fitToHeight="0"/>' +
    `<ignoredErrors><ignoredError sqref="A${LIST_HEADER_ROW}:${corner}" numberStoredAsText="1"/></ignoredErrors></worksheet>`
  );
}
