import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cellAddress, columnLetters, quotedSheet } from './cell-address.js';
import { SEVERITY_NAMES } from './cell-notes.js';
import type { ListFormats } from './list-formats.js';
import type { Remark, RemarkSeverity } from './remark.js';
import { heightFor } from './row-height.js';
import { textCell } from './text-cell.js';
import { attributeText } from './xml-attribute.js';

/** The rows of the sheet "Observaciones", on disk until it is written. Disposing of it deletes them. */
export interface RemarkList extends AsyncDisposable {
  /** @param sheet name of the sheet of this workbook that the remark is about; undefined when there is none */
  add(remark: Remark, sheet: string | undefined): Promise<void>;
  readonly bySeverity: Readonly<Record<RemarkSeverity, number>>;
  readonly listed: number;
  readonly unlisted: number;
  /** `hyperlink` elements. */
  readonly links: readonly string[];
  /** `row` elements; nothing may be added after. */
  rows(): AsyncIterable<Buffer>;
}

/** Row of the list's header. */
export const LIST_HEADER_ROW = 5;

const LAST_ROW = 1_048_576;

/** A sheet holds 65,530 links (Excel's limits). */
const LINKS = 65_000;

export async function createRemarkList(formats: ListFormats): Promise<RemarkList> {
  const folder = await mkdtemp(join(tmpdir(), 'c7-remarks-'));
  const path = join(folder, 'rows.xml');
  const file = createWriteStream(path);
  const bySeverity = { error: 0, warning: 0, note: 0 };
  const links: string[] = [];
  let row = LIST_HEADER_ROW;
  let unlisted = 0;
  return {
    async add(remark, sheet) {
      bySeverity[remark.severity] += 1;
      if (row >= LAST_ROW) unlisted += 1;
      if (row >= LAST_ROW) return;
      row += 1;
      const isLinked = sheet !== undefined && links.length < LINKS;
      if (isLinked) links.push(linkElement(row, remark, sheet));
      if (!file.write(rowElement(remark, sheet, isLinked, formats))) await once(file, 'drain');
    },
    bySeverity,
    links,
    get listed() {
      return row - LIST_HEADER_ROW;
    },
    get unlisted() {
      return unlisted;
    },
    async *rows() {
      file.end();
      if (!file.closed) await once(file, 'close');
      for await (const chunk of createReadStream(path)) yield chunk as Buffer;
    },
    async [Symbol.asyncDispose]() {
      file.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Columns of the list, with their widths in characters. */
export const LIST_COLUMNS: readonly (readonly [string, number])[] = [
  ['Hoja', 22],
  ['Celda', 9],
  ['Fila', 8],
  ['Columna', 9],
  ['Encabezado', 34],
  ['Valor', 28],
  ['Gravedad', 10],
  ['Regla', 24],
  ['Qué pasa', 60],
  ['Qué hacer', 60],
];

function rowElement(remark: Remark, sheet: string | undefined, isLinked: boolean, formats: ListFormats): string {
  const { text, wrapped } = formats;
  const name = SEVERITY_NAMES[remark.severity];
  const height = heightFor([
    [remark.header, 34],
    [remark.value, 28],
    [remark.message.es, 60],
    [remark.remedy.es, 60],
  ]);
  return `<row${height}>${[
    textCell(sheet ?? remark.sheet, text),
    textCell(addressOf(remark), isLinked ? { plain: formats.link, asText: formats.link } : text),
    `<c s="${text.plain}"><v>${remark.row}</v></c>`,
    textCell(remark.column < 0 ? '' : columnLetters(remark.column), text),
    textCell(remark.header, wrapped),
    textCell(remark.value, wrapped),
    textCell(name, { plain: formats.severity[remark.severity], asText: text.asText }),
    textCell(remark.rule, text),
    textCell(remark.message.es, wrapped),
    textCell(remark.remedy.es, wrapped),
  ].join('')}</row>`;
}

function linkElement(row: number, remark: Remark, sheet: string): string {
  const location = attributeText(`${quotedSheet(sheet)}!${addressOf(remark)}`);
  return `<hyperlink ref="B${row}" location="${location}" display="${addressOf(remark)}"/>`;
}

function addressOf({ row, column }: Remark): string {
  return cellAddress(row, Math.max(0, column));
}
