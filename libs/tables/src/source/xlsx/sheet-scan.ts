import { sourceError } from '../source-error.js';
import type { SourceLimits } from '../source-limits.js';
import type { SourceNotices } from '../source-notice.js';
import type { SourceRow, UnsoundCell } from '../source-tables.js';
import { type CellContext, cellValue } from './cell-value.js';
import { createFormulaCheck } from './formula-check.js';
import { cellText } from './shared-texts.js';
import type { XmlHandler } from './xml-scan.js';

export interface SheetContext extends CellContext {
  readonly limits: SourceLimits;
  readonly notices: SourceNotices;
  /** Names of the workbook that stand for cells of another. */
  readonly externalNames: ReadonlySet<string>;
}

/** Takes a worksheet's XML in by `handler`, gives its rows. */
export interface SheetScan {
  readonly handler: XmlHandler;
  /** The rows since the last time. */
  takeRows(): readonly SourceRow[];
  /** Says what is known only now. @throws TableError when the sheet has no end */
  end(): void;
}

/** By the length of the name, then by its letters: this runs for every tag of a sheet. */
export function createSheetScan(context: SheetContext): SheetScan {
  const { sheet, limits, notices } = context;
  let rows: SourceRow[] = [];
  let row = 0;
  let cells: string[] = [];
  let column = -1;
  let style = 0;
  let type = '';
  let value = '';
  let isPhonetic = false;
  let hasFormula = false;
  let external: string | undefined;
  let unsound: UnsoundCell[] | undefined;
  const checkFormula = createFormulaCheck(context);
  let isCell = false;
  let isWhole = false;
  let merged = 0;
  let firstMerged = '';

  function openCell(text: string, from: number, to: number): void {
    column++;
    style = 0;
    type = '';
    value = '';
    isPhonetic = false;
    hasFormula = false;
    external = undefined;
    isCell = text.charCodeAt(to - 1) !== SLASH;
    for (let at = from + 1; at < to;) {
      const equals = text.indexOf('=', at);
      if (equals === -1 || equals >= to) break;
      const start = equals + 2;
      const end = text.indexOf(text[equals + 1]!, start);
      if (end === -1 || end > to) break;
      const isSingle = text.charCodeAt(equals - 2) <= SPACE;
      const name = isSingle ? text.charCodeAt(equals - 1) : 0;
      if (name === R) column = columnOf(text, start, column);
      else if (name === S) style = wholeNumber(text, start, end);
      else if (name === T) type = text.slice(start, end);
      at = end + 1;
    }
  }

  function openRow(text: string, from: number, to: number): void {
    const said = /\sr=["'](\d{1,7})["']/.exec(text.slice(from, to))?.[1];
    row = said ? Number(said) : row + 1;
    cells = [];
    unsound = undefined;
    column = -1;
  }

  function openFormula(text: string, from: number, to: number): boolean {
    hasFormula = isCell;
    if (isCell) external = checkFormula.shared(text.slice(from, to));
    return isCell;
  }

  function closeFormula(content: string): void {
    external ??= checkFormula.outside(cellText(content), row, column);
  }

  function closeCell(): void {
    isCell = false;
    if (hasFormula || type === 'e') noteUnsound();
    const text = cellValue(type, style, value, context, row, column);
    if (text === '') return;
    if (column >= limits.columns) throw sourceError('TOO_MANY_COLUMNS', String(limits.columns), { sheet, row, column });
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }

  function noteUnsound(): void {
    if (external !== undefined) (unsound ??= []).push({ column, kind: 'external', found: external });
    else if (type === 'e') (unsound ??= []).push({ column, kind: 'error', found: value });
    else if (value === '' && type !== 'str') (unsound ??= []).push({ column, kind: 'no-result', found: '' });
  }

  function openOther(text: string, from: number, length: number, to: number): void {
    if (length === 9 && text.startsWith('mergeCell', from)) {
      if (merged++ === 0) firstMerged = /\sref=["']([^"']*)/.exec(text.slice(from, to))?.[1] ?? '';
    } else if (length === 3 && text.startsWith('rPh', from)) isPhonetic = true;
  }

  return {
    handler: {
      open(text, from, to) {
        const length = nameLength(text, from);
        const first = text.charCodeAt(from);
        if (length === 1) {
          if (first === C) openCell(text, from, to);
          else if (first === F) return openFormula(text, from, to);
          else return isCell && (first === V || (first === T && !isPhonetic));
        } else if (length === 3 && first === R && text.charCodeAt(from + 1) === O) openRow(text, from, to);
        else openOther(text, from, length, to);
        return false;
      },
      close(text, from, to, content) {
        const first = text.charCodeAt(from);
        const length = to - from;
        if (length === 1) {
          if (first === V && isCell) value = cellText(content);
          else if (first === T && isCell && content !== '') value += cellText(content);
          else if (first === F && isCell) closeFormula(content);
          else if (first === C && isCell) closeCell();
        } else if (length === 3 && first === R) {
          if (text.charCodeAt(from + 1) === BIG_P) isPhonetic = false;
          else if (unsound) rows.push({ sheet, row, cells, unsound });
          else if (cells.length > 0) rows.push({ sheet, row, cells });
          cells = [];
          unsound = undefined;
        } else if (first === W) isWhole ||= text.startsWith('worksheet', from);
      },
    },
    takeRows() {
      const taken = rows;
      if (taken.length > 0) rows = [];
      return taken;
    },
    end() {
      if (!isWhole) throw sourceError('WORKBOOK_BROKEN', '</worksheet>', { sheet });
      if (merged > 0) notices.add('MERGED_CELLS', { sheet }, `${merged}: ${firstMerged}…`);
    },
  };
}

const SPACE = 32;
const SLASH = 47;
const BIG_P = 80;
const C = 99;
const F = 102;
const O = 111;
const R = 114;
const S = 115;
const T = 116;
const V = 118;
const W = 119;

/** To the first sign that is no letter. */
function nameLength(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) > 62) at++;
  return at - from;
}

/** "C7" is 2. */
function columnOf(text: string, start: number, otherwise: number): number {
  let index = 0;
  let at = start;
  for (; at < start + 4; at++) {
    const letter = text.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    index = index * 26 + letter - 64;
  }
  return at === start ? otherwise : index - 1;
}

function wholeNumber(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) number = number * 10 + text.charCodeAt(at) - 48;
  return number;
}
