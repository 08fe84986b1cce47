import type { Json, JsonObject } from '#ocds';
import { faultAt, type FaultParams } from '../fault-at.js';
import { type CellRule } from '../cell-rules.js';
import type { CellFault } from '../cell-fault.js';
import type { RfcByNumber } from '../party/identify-party.js';
import type { SourceRow } from '../source-row.js';

/** A body as the upload names it. */
export interface Body {
  readonly name: string;
  readonly scheme?: string;
  readonly id?: string;
  readonly uri?: string;
}

/** What a mapping knows beside the file. */
export interface MappingContext {
  /** Whose purchases the file tells, where the file does not say it; parties without number are told apart by it. */
  readonly buyer: Body;
  /** The last year a date may have: next year, as the caller's clock says. */
  readonly latestYear: number;
  /** What a suppliers' register tells of its numbers. A register itself is mapped without asking it. */
  readonly register?: RfcByNumber | undefined;
}

/** Where a value of a piece came from. */
export interface Origin {
  /** JSON Pointer within the piece; items of lists by `[id]`. */
  readonly pointer: string;
  readonly sheet: string;
  readonly row: number;
  /** Index from 0. */
  readonly column: number;
  readonly header: string;
  readonly value: string;
}

/** The filling of one row's template: what it needs and what it gathers. */
export interface Filling {
  readonly context: MappingContext;
  /** Rows of a child table that belong to the row. */
  readonly childRows: (table: string) => readonly SourceRow[];
  readonly faults: CellFault[];
  readonly parties: Map<string, JsonObject>;
  /** Gathered when somebody asked for it. */
  readonly origins: Origin[] | undefined;
}

/** The rows a template is filled from: of a child table, its row and its parent's. */
export interface Rows {
  readonly own: SourceRow;
  readonly parent: SourceRow | undefined;
}

/** Gives the value a template comes to; undefined when no cell fills it. */
export type Fill = (filling: Filling, rows: Rows, pointer: string) => Json | undefined;

/** A column that was found, or was not. */
export interface Column {
  readonly header: string;
  /** Index from 0; -1 where the file does not have it. */
  readonly index: number;
  readonly ofParent: boolean;
  /** Whether the profile says that what cannot be read in it must be mended. */
  readonly essential?: boolean;
}

/** Text of the row's cell, trimmed; '' where there is none. */
export function cellOf({ own, parent }: Rows, { index, ofParent }: Column): string {
  if (index < 0) return '';
  return ((ofParent ? parent : own)?.cells[index] ?? '').trim();
}

/** Writes down what is wrong with a cell: once, however many members of the release are filled from it. */
export function report({ faults }: Filling, rows: Rows, column: Column, rule: CellRule, params?: FaultParams): void {
  const { sheet, row } = column.ofParent ? rows.parent! : rows.own;
  const { index, header, essential = false } = column;
  const place = { sheet, row, column: index, header, value: cellOf(rows, column), essential };
  if (!faults.some(isAt(place, rule))) faults.push(faultAt(place, rule, params));
}

/** Writes down where a value came from, if somebody asked. */
export function trace({ origins }: Filling, rows: Rows, column: Column, pointer: string): void {
  if (origins === undefined) return;
  const { sheet, row } = column.ofParent ? rows.parent! : rows.own;
  origins.push({ pointer, sheet, row, column: column.index, header: column.header, value: cellOf(rows, column) });
}

/** Tells whether a fault is this one. */
export function isAt(
  place: Pick<CellFault, 'sheet' | 'row' | 'column'>,
  rule: CellRule,
): (fault: CellFault) => boolean {
  return (fault) =>
    fault.rule === rule && fault.row === place.row && fault.column === place.column && fault.sheet === place.sheet;
}
