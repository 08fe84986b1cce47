import type { FlatColumn, FlatRow, Json } from '#ocds';
import { cellText } from '../cell-text.js';
import { xmlText } from './xml-text.js';

/** Characters (UTF-16 units) that an Excel cell holds. */
const LONGEST_TEXT = 32_767;

/** Styles of `workbook-parts.ts`. */
const HEADING_STYLE = ' s="1"';
const AS_TEXT_STYLE = ' s="2"';

/** First row of a worksheet: the headings. */
export function headingRow(columns: readonly FlatColumn[]): string {
  return `<row>${columns.map(({ heading }) => textCell(heading, HEADING_STYLE)).join('')}</row>`;
}

/** The rows as `<row>` elements, each cell with its address left to its place: blanks are written as empty cells. */
export function sheetRows(
  rows: readonly FlatRow[],
  columns: readonly FlatColumn[],
  letters: readonly string[],
  firstRow: number,
  counts: { cutTexts: number },
): string {
  let xml = '';
  let number = firstRow;
  for (const row of rows) {
    xml += '<row>';
    let skipped = false;
    for (let place = 0; place < columns.length; place++) {
      const { index, type } = columns[place]!;
      const value = row[index];
      if (value === undefined || value === null) {
        skipped = true;
        continue;
      }
      // A cell without an address follows the one before it, so only the first after a gap needs one.
      const at = skipped ? ` r="${letters[place]}${number}"` : '';
      skipped = false;
      if (typeof value === 'number') xml += `<c${at}><v>${value}</v></c>`;
      else if (value === true || value === false) xml += `<c${at} t="b"><v>${value ? 1 : 0}</v></c>`;
      else xml += textCell(fitting(cellText(value as Json, type), counts), at);
    }
    xml += '</row>';
    number++;
  }
  return xml;
}

function textCell(text: string, attributes: string): string {
  const style = MAY_BE_FORMULA.test(text) ? AS_TEXT_STYLE : '';
  const space = EDGE_SPACE.test(text) ? ' xml:space="preserve"' : '';
  return `<c${attributes}${style} t="inlineStr"><is><t${space}>${xmlText(text)}</t></is></c>`;
}

/** A text cell is never run; marked like text typed after an apostrophe, it stays text when someone edits it. */
const MAY_BE_FORMULA = /^[=+\-@]/;

const EDGE_SPACE = /^\s|\s$|[\t\n\r]/;

function fitting(text: string, counts: { cutTexts: number }): string {
  if (text.length <= LONGEST_TEXT) return text;
  counts.cutTexts++;
  return text.slice(0, LONGEST_TEXT);
}

/** "A", "B", … "Z", "AA" for the columns of a sheet. */
export function columnLetters(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => lettersOf(index));
}

function lettersOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last;
}
