import type { Bilingual } from '#ocds';
import { TableError, type TablePlace } from '../table-error.js';
import { SOURCE_ERROR_TEXTS } from './source-error-texts.js';

/** Why a publisher's file is refused. */
export type SourceErrorCode =
  | 'ACTIVE_LINK'
  | 'CELL_TOO_LONG'
  | 'CSV_BROKEN'
  | 'EMPTY_FILE'
  | 'ENCRYPTED'
  | 'FILE_TOO_LARGE'
  | 'GZIP_BROKEN'
  | 'MACROS'
  | 'NO_SHEET'
  | 'NOT_A_TABLE'
  | 'TOO_MANY_CELLS'
  | 'TOO_MANY_COLUMNS'
  | 'TOO_MANY_SHEETS'
  | 'UNSAFE_XML'
  | 'WORKBOOK_BROKEN'
  | 'ZIP_BOMB';

/** @param found what was met, put into the text: a kind of file, a limit, what a library said */
export function sourceError(code: SourceErrorCode, found: Bilingual | string = '', place: TablePlace = {}): TableError {
  const { es, en, remedy } = SOURCE_ERROR_TEXTS[code];
  const words = typeof found === 'string' ? { es: found, en: found } : found;
  const at = inWords(place);
  const reason = { es: es.replace('{}', () => words.es) + at.es, en: en.replace('{}', () => words.en) + at.en };
  return new TableError(code, reason.es, remedy, reason, place);
}

function inWords({ sheet, row, column, line }: TablePlace): Bilingual {
  const parts: readonly (readonly [unknown, string, string])[] = [
    [sheet, `hoja «${sheet}»`, `sheet "${sheet}"`],
    [line, `línea ${line}`, `line ${line}`],
    [row, `fila ${row}`, `row ${row}`],
    [column, `columna ${(column ?? 0) + 1}`, `column ${(column ?? 0) + 1}`],
  ];
  const said = parts.filter(([value]) => value !== undefined && value !== '');
  if (said.length === 0) return { es: '.', en: '.' };
  return { es: ` (${said.map(([, es]) => es).join(', ')}).`, en: ` (${said.map(([, , en]) => en).join(', ')}).` };
}
