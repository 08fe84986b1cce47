import { readFile, stat } from 'node:fs/promises';
import { type CellObject, read, set_cptable, type WorkBook, type WorkSheet } from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { sourceError } from '../source-error.js';
import type { SourceLimits } from '../source-limits.js';
import { createNotices, type SourceNotices } from '../source-notice.js';
import type { SourceRow, SourceTables, UnsoundCell } from '../source-tables.js';
import { formatOfCode } from '../xlsx/cell-formats.js';
import { createFormulaCheck } from '../xlsx/formula-check.js';
import { shortNumber } from '../xlsx/number-text.js';
import { serialDateText } from '../xlsx/serial-date.js';
import { isLocked } from './is-locked.js';
import { refuseCompound } from './refuse-compound.js';

/** Without these, the accents of files older than Excel 97 are lost. */
set_cptable(codePages);

/** Opens a workbook of Excel 2.1 to 2003 (BIFF). It is read whole. */
export async function openXls(path: string, limits: SourceLimits): Promise<SourceTables> {
  const { size } = await stat(path);
  if (size > limits.xlsBytes) throw sourceError('FILE_TOO_LARGE', `${limits.xlsBytes / 1024 ** 2} MB (.xls)`);
  const bytes = await readFile(path);
  refuseCompound(bytes);
  const workbook = parse(bytes);
  if (workbook.SheetNames.some((name) => sheetType(workbook, name) === 'macro'))
    throw sourceError('MACROS', 'Excel 4.0');
  return createSource(workbook, limits, createNotices());
}

function parse(bytes: Buffer): WorkBook {
  try {
    return read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: true,
    });
  } catch (error) {
    if (isLocked(bytes)) throw sourceError('ENCRYPTED');
    throw sourceError('WORKBOOK_BROKEN', error instanceof Error ? error.message : String(error));
  }
}

function createSource(workbook: WorkBook, limits: SourceLimits, notices: SourceNotices): SourceTables {
  let open: WorkBook | undefined = workbook;
  const states = workbook.Workbook?.Sheets ?? [];
  const names = workbook.SheetNames.filter((name) => sheetType(workbook, name) === 'sheet');
  return {
    format: 'xls',
    notices: notices.list,
    sheets: names.map((name) => ({ name, hidden: Boolean(states[workbook.SheetNames.indexOf(name)]?.Hidden) })),
    rows(name) {
      if (!names.includes(name)) throw sourceError('NO_SHEET', name);
      const sheet = open?.Sheets[name];
      if (!sheet) throw sourceError('WORKBOOK_BROKEN', name);
      return sheetRows(name, sheet, Boolean(workbook.Workbook?.WBProps?.date1904), limits, notices);
    },
    async close() {
      open = undefined;
    },
  };
}

/** Macro and dialog sheets are told too, though the library's types do not say so. */
function sheetType(workbook: WorkBook, name: string): string {
  return workbook.Sheets[name]?.['!type'] ?? 'sheet';
}

async function* sheetRows(
  sheet: string,
  { '!data': data = [], '!merges': merges = [] }: WorkSheet,
  is1904: boolean,
  limits: SourceLimits,
  notices: SourceNotices,
): AsyncGenerator<SourceRow> {
  const check = createFormulaCheck({ sheet, externalNames: new Set() });
  for (const [index, found] of data.entries()) {
    const cells: string[] = [];
    const unsound: UnsoundCell[] = [];
    for (const [column, cell] of (found ?? []).entries()) {
      const place = { sheet, row: index + 1, column };
      const external = cell?.f === undefined ? undefined : check.outside(cell.f, index + 1, column);
      if (external !== undefined) unsound.push({ column, kind: 'external', found: external });
      else if (cell?.t === 'e')
        unsound.push({ column, kind: 'error', found: ERRORS[Number(cell.v)] ?? String(cell.v) });
      const text = cell ? cellText(cell, is1904) : '';
      if (text === '') continue;
      if (column >= limits.columns) throw sourceError('TOO_MANY_COLUMNS', String(limits.columns), place);
      while (cells.length < column) cells.push('');
      cells[column] = text;
    }
    const row = { sheet, row: index + 1, cells };
    if (unsound.length > 0) yield { ...row, unsound };
    else if (cells.length > 0) yield row;
  }
  if (merges.length > 0) notices.add('MERGED_CELLS', { sheet }, String(merges.length));
}

function cellText({ t, v, z }: CellObject, is1904: boolean): string {
  if (v === undefined || t === 'e' || t === 'z') return '';
  if (typeof v === 'boolean') return v ? 'VERDADERO' : 'FALSO';
  if (typeof v !== 'number') return v instanceof Date ? v.toISOString() : v;
  return serialDateText(v, typeof z === 'string' ? formatOfCode(z) : 'number', is1904) ?? shortNumber(v);
}

/** [MS-XLS] 2.5.10, Bes. */
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};
