import type { JsonObject } from '#ocds';
import { faultAt, type FaultParams } from '../fault-at.js';
import { type CellRule } from '../cell-rules.js';
import type { CellFault } from '../cell-fault.js';
import { readDate } from '../cell/read-date.js';
import type { HeaderMatch } from '../profile/match-header.js';
import type { TableProfile } from '../profile/profile.js';
import type { SourceRow } from '../source-row.js';
import { mainScope } from './columns.js';
import { compileSkips } from './compile-skips.js';
import { compileTemplate } from './compile-template.js';
import { cellOf, isAt, type Filling, type MappingContext, type Origin } from './filling.js';
import { createMandatoryCheck } from './mandatory-cells.js';
import { createSoundRows } from './sound-row.js';

/** A child sheet that was found: its header, and its rows by the number that the parent's column holds. */
export interface ChildSheet {
  readonly match: HeaderMatch;
  readonly rowsOf: (number: string) => readonly SourceRow[];
}

export interface MappingInput {
  readonly profile: TableProfile;
  readonly match: HeaderMatch;
  /** By the names of the profile; those that the file does not have are absent. */
  readonly children: ReadonlyMap<string, ChildSheet>;
  readonly context: MappingContext;
}

/** What one row came to. */
export type MappedRow =
  | {
      readonly outcome: 'piece';
      readonly row: SourceRow;
      readonly piece: ProcessPiece;
      readonly faults: readonly CellFault[];
    }
  | { readonly outcome: 'skipped'; readonly row: SourceRow; readonly reason: string }
  | { readonly outcome: 'refused'; readonly row: SourceRow; readonly faults: readonly CellFault[] };

/** What a row tells of one process. */
export interface ProcessPiece {
  /** The process's number, as it stands in the file. */
  readonly number: string;
  /** When the source last changed the row: RFC 3339. */
  readonly reported?: string;
  /** Members of a release: stages, parties, buyer. */
  readonly members: JsonObject;
  /** Where each value came from, if it was asked for. */
  readonly origins?: readonly Origin[];
}

export interface RowOptions {
  readonly explain?: boolean;
}

/** Maps one row; undefined for one without any text. */
export type RowMapper = (row: SourceRow, options?: RowOptions) => MappedRow | undefined;

/** Makes the mapping of the rows of one sheet by a profile. Each row is mapped by itself, in linear time. */
export function createRowMapper({ profile, match, children, context }: MappingInput): RowMapper {
  const matches = new Map([...children].map(([name, child]) => [name, child.match]));
  const scope = mainScope(profile, match, matches);
  const fillNumber = compileTemplate(profile.process.number, scope);
  const fillRelease = compileTemplate(profile.release, scope);
  const reported = profile.process.reported === undefined ? undefined : scope.column(profile.process.reported);
  const joins = new Map([...profile.children].map(([name, { column }]) => [name, scope.column(column)]));
  const skipOf = compileSkips(profile.skip, scope);
  const width = match.headers.length;
  const soundRow = createSoundRows(match, profile);
  const soundChildren = new Map([...children].map(([name, child]) => [name, createSoundRows(child.match)]));
  const checkMandatory = createMandatoryCheck(profile, scope);

  return (written, { explain = false } = {}) => {
    if (written.cells.every((cell) => cell.trim() === '') && written.unsound === undefined) return undefined;
    const { row, faults } = soundRow(written);
    const rows = { own: row, parent: undefined };
    const reason = skipOf(row);
    if (reason !== undefined) return { outcome: 'skipped', row, reason };
    const filling: Filling = {
      context,
      faults: [...faults],
      parties: new Map(),
      origins: explain ? [] : undefined,
      childRows: (name) => childRowsOf(name, row, filling),
    };
    const number = fillNumber(filling, rows, '');
    if (number === undefined || number === null || String(number).trim() === '') {
      filling.faults.push(rowFault(row, 'row-without-identity'));
      return { outcome: 'refused', row, faults: filling.faults };
    }
    noteSurplus(row, filling.faults);
    checkMandatory(filling, rows);
    const members = (fillRelease(filling, rows, '') ?? {}) as JsonObject;
    const changed = reported && readDate(cellOf(rows, reported), context).value?.iso;
    const piece: ProcessPiece = {
      number: String(number),
      ...(changed !== undefined && { reported: changed }),
      members: { ...members, parties: [...filling.parties.values()] },
      ...(filling.origins && { origins: filling.origins }),
    };
    return { outcome: 'piece', row, piece, faults: filling.faults };
  };

  function childRowsOf(name: string, row: SourceRow, { faults }: Filling): readonly SourceRow[] {
    const column = joins.get(name)!;
    const child = children.get(name);
    const number = cellOf({ own: row, parent: undefined }, column);
    if (number === '' || number === '0' || child === undefined) return [];
    const found = child.rowsOf(number);
    if (found.length === 0) {
      const place = { sheet: row.sheet, row: row.row, column: column.index, header: column.header, value: number };
      if (!faults.some(isAt(place, 'child-missing')))
        faults.push(faultAt(place, 'child-missing', { sheet: child.match.sheet }));
    }
    return found.map((one) => soundChild(name, one, faults));
  }

  function soundChild(name: string, written: SourceRow, faults: CellFault[]): SourceRow {
    const { row, faults: found } = soundChildren.get(name)!(written);
    for (const fault of found) if (!faults.some(isAt(fault, fault.rule))) faults.push(fault);
    return row;
  }

  function noteSurplus(row: SourceRow, faults: CellFault[]): void {
    if (row.cells.length <= width) return;
    const surplus = row.cells.slice(width).filter((cell) => cell.trim() !== '');
    if (surplus.length === 0) return;
    const params = { cells: row.cells.length, headers: width };
    faults.push(rowFault(row, 'row-surplus-cells', surplus.join(' | '), params));
  }
}

function rowFault(row: SourceRow, rule: CellRule, value = '', params?: FaultParams): CellFault {
  return faultAt({ sheet: row.sheet, row: row.row, column: -1, header: '', value }, rule, params);
}
