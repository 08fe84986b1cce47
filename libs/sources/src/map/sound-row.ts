import { faultAt } from '../fault-at.js';
import { type CellRule } from '../cell-rules.js';
import type { CellFault } from '../cell-fault.js';
import type { HeaderMatch } from '../profile/match-header.js';
import type { TableProfile } from '../profile/profile.js';
import type { SourceRow, UnsoundCell } from '../source-row.js';

/** A row of which nothing is read that its file does not vouch for, and what is wrong with the cells left out. */
export interface SoundRow {
  readonly row: SourceRow;
  readonly faults: readonly CellFault[];
}

/**
 * Makes the reading of a sheet's rows that takes cells for blank whose value is of unsure origin, or a formula instead
 * of one. Only columns that the profile names are told of; most rows come back as they are.
 */
export function createSoundRows(match: HeaderMatch, profile?: TableProfile): (row: SourceRow) => SoundRow {
  const names = new Map([...match.places].map(([name, index]) => [index, name]));
  function faultOf(row: SourceRow, { column, kind, found }: Unsound): CellFault | undefined {
    const name = names.get(column);
    if (name === undefined) return undefined;
    const [header, value] = [match.headers[column] ?? '', row.cells[column] ?? ''];
    const essential = profile?.essential.has(name) ?? false;
    return faultAt({ sheet: row.sheet, row: row.row, column, header, value, essential }, RULES[kind], { found });
  }
  return (written) => {
    const row = withoutQuoting(written);
    const unsound = row.unsound ?? NONE;
    const formulas = formulasIn(row.cells);
    if (unsound.length === 0 && formulas.length === 0) return { row, faults: [] };
    const cells = [...row.cells];
    const faults = [...unsound, ...formulas].flatMap((cell) => {
      const fault = faultOf(row, cell);
      cells[cell.column] = '';
      return fault ?? [];
    });
    return { row: { ...row, cells }, faults };
  };
}

/** What a row's reader says of a cell, or what its text says. */
type Unsound = Omit<UnsoundCell, 'kind'> & { readonly kind: UnsoundCell['kind'] | 'text' };

const RULES: Readonly<Record<Unsound['kind'], CellRule>> = {
  external: 'external-value',
  error: 'cell-error',
  'no-result': 'formula-without-value',
  text: 'formula-text',
};

const NONE: readonly UnsoundCell[] = [];

function formulasIn(cells: readonly string[]): readonly Unsound[] {
  let found: Unsound[] | undefined;
  for (let column = 0; column < cells.length; column++) {
    if (isFormula(cells[column]!)) (found ??= []).push({ column, kind: 'text', found: '' });
  }
  return found ?? NONE;
}

/** `=cmd|'…'!A0` would start a program where it is opened. */
function isFormula(cell: string): boolean {
  const first = cell.charCodeAt(0);
  if (first === EQUALS) return /^=\s*[^=\s]/.test(cell) && !QUOTED.test(cell);
  return (first === PLUS || first === MINUS || first === AT) && DDE.test(cell);
}

/** `="0123"` is the text 0123, kept from becoming a number. */
const QUOTED = /^="([^"]*)"\s*$/;

function withoutQuoting(row: SourceRow): SourceRow {
  if (!row.cells.some((cell) => cell.charCodeAt(0) === EQUALS && QUOTED.test(cell))) return row;
  return { ...row, cells: row.cells.map((cell) => QUOTED.exec(cell)?.[1] ?? cell) };
}

const EQUALS = 61;
const PLUS = 43;
const MINUS = 45;
const AT = 64;
const DDE = /^[+\-@].*\w\s*\|.*!/s;
