import type { FaultParams } from '../fault-at.js';
import type { CellRule } from '../cell-rules.js';

/**
 * What a cell says: a value, or a rule that it breaks, or both when the value can be used all the same; neither when
 * the cell is blank or says that there is nothing to say.
 */
export interface CellValue<T> {
  readonly value?: T;
  readonly rule?: CellRule;
  readonly params?: FaultParams;
}

/** A cell that says nothing. */
export const BLANK: CellValue<never> = {};
