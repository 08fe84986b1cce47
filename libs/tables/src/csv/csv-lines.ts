import type { FlatColumn, FlatRow } from '#ocds';
import { cellText } from '../cell-text.js';
import { harmlessText } from './harmless-text.js';

/** Excel takes a file for UTF-8 only with this in front. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** Writes text as it is even where a spreadsheet would run it. */
export interface CsvOptions {
  readonly keepFormulas?: boolean;
}

export function csvHeadings(columns: readonly FlatColumn[]): string {
  return `${columns.map(({ heading }) => quoted(heading)).join(',')}\r\n`;
}

/** The lines of the rows, as RFC 4180 has them. */
export function csvLines(rows: readonly FlatRow[], columns: readonly FlatColumn[], options: CsvOptions): string {
  let lines = '';
  for (const row of rows) {
    let isFirst = true;
    for (const { index, type } of columns) {
      if (isFirst) isFirst = false;
      else lines += ',';
      const value = row[index];
      if (value === undefined || value === null) continue;
      if (typeof value === 'number') lines += value;
      else {
        const text = typeof value === 'string' && type !== 'any' ? value : cellText(value, type);
        lines += PLAIN.test(text) ? text : quoted(options.keepFormulas ? text : harmlessText(text));
      }
    }
    lines += '\r\n';
  }
  return lines;
}

function quoted(text: string): string {
  return TO_QUOTE.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Most texts: a letter or digit first and last, nothing to quote between. One test in place of three. */
const PLAIN = /^[0-9A-Za-z\u00C0-\u024F](?:[^",\r\n]*[^",\s])?$/;

/** Spaces at the ends too: some readers trim what is not quoted. */
const TO_QUOTE = /[",\r\n]|^\s|\s$/;
