import type { Bilingual } from '#ocds';
import type { CellRule } from './cell-rules.js';

/** An error must be mended: the process is held, or published marked; a warning asks to look at it; a note only tells. */
export type FaultSeverity = 'error' | 'warning' | 'note';

/** What is wrong with one cell, or with a whole row. */
export interface CellFault {
  readonly sheet: string;
  /** As {@link SourceRow.row}. */
  readonly row: number;
  /** Index of the column, from 0; -1 for the whole row. */
  readonly column: number;
  /** Text of the column's header. */
  readonly header: string;
  readonly value: string;
  readonly rule: CellRule;
  readonly severity: FaultSeverity;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
}
