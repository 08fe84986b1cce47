import { sourceError } from '../source-error.js';
import type { CellFormat } from './cell-formats.js';
import { numberText } from './number-text.js';
import { serialDateText } from './serial-date.js';
import type { SharedTexts } from './shared-texts.js';

/** What the cells of a sheet refer to. */
export interface CellContext {
  readonly sheet: string;
  readonly sharedTexts: SharedTexts;
  readonly formats: readonly CellFormat[];
  readonly is1904: boolean;
}

/**
 * The text of a cell (ECMA-376 part 1, 18.3.1.4 and 18.18.11).
 *
 * @param type its `t`, '' where it has none
 * @param style its `s`
 * @param value what its `<v>` or `<is>` says
 */
export function cellValue(
  type: string,
  style: number,
  value: string,
  context: CellContext,
  row: number,
  column: number,
): string {
  if (value === '') return '';
  if (type === 's') return sharedText(value, context, row, column);
  if (type === '' || type === 'n') return numberOrDate(value, context.formats[style] ?? 'number', context.is1904);
  if (type === 'b') return FALSE.test(value) ? 'FALSO' : 'VERDADERO';
  if (type === 'd') return value.replace(/(?:\.\d+)?Z?$/, '');
  return type === 'e' ? '' : value;
}

const FALSE = /^\s*(?:0|false)\s*$/;

function sharedText(index: string, { sheet, sharedTexts }: CellContext, row: number, column: number): string {
  const text = sharedTexts.get(Number(index));
  if (text === undefined) throw sourceError('WORKBOOK_BROKEN', `sharedStrings.xml, ${index}`, { sheet, row, column });
  return text;
}

function numberOrDate(text: string, format: CellFormat, is1904: boolean): string {
  const date = format === 'number' ? undefined : serialDateText(Number(text), format, is1904);
  return date ?? numberText(text) ?? text;
}
