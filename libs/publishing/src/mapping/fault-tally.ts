import type { CellFault } from '#sources';
import { createRowSet, type RowSet } from './row-set.js';

/** Faults of one rule in one column. */
export interface CellFaultGroup extends Pick<
  CellFault,
  'rule' | 'severity' | 'sheet' | 'header' | 'message' | 'remedy'
> {
  readonly count: number;
  /** The first few cells; `message` and `remedy` are those of the first. */
  readonly examples: readonly Pick<CellFault, 'sheet' | 'row' | 'column' | 'value'>[];
}

/** All faults of a file, counted, and as many of them as are worth keeping. */
export interface FaultTally {
  add(faults: readonly CellFault[]): void;
  /** Most severe first, then the most frequent. */
  groups(): readonly CellFaultGroup[];
  /** In the order of the rows. */
  kept(): readonly CellFault[];
}

const EXAMPLES = 3;
/** Of one column: nobody mends more by hand. And of a file, so that memory is bounded. */
const KEPT_OF_GROUP = 2_000;
const KEPT = 20_000;

export function createFaultTally(): FaultTally {
  const groups = new Map<string, { count: number; readonly first: CellFault; readonly examples: CellFault[] }>();
  const kept: CellFault[] = [];
  const seen = new Map<string, RowSet>();
  /** Rows of a child sheet are read once for each row that refers to them. */
  function isAgain({ sheet, row, column, rule }: CellFault): boolean {
    const key = `${column} ${rule} ${sheet}`;
    const rows = seen.get(key) ?? createRowSet();
    seen.set(key, rows);
    return !rows.add(row);
  }
  function addOne(fault: CellFault): void {
    if (isAgain(fault)) return;
    const key = JSON.stringify([fault.rule, fault.sheet, fault.header]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { count: 1, first: fault, examples: [fault] });
    else {
      known.count++;
      if (known.examples.length < EXAMPLES) known.examples.push(fault);
    }
    if (kept.length < KEPT && (known?.count ?? 0) <= KEPT_OF_GROUP) kept.push(fault);
  }
  return {
    add: (faults) => {
      for (const fault of faults) addOne(fault);
    },
    groups: () => [...groups.values()].map(asGroup).sort(byWeight),
    kept: () => kept,
  };
}

function asGroup({
  count,
  first,
  examples,
}: {
  count: number;
  first: CellFault;
  examples: CellFault[];
}): CellFaultGroup {
  const { rule, severity, sheet, header, message, remedy } = first;
  const cells = examples.map(({ sheet: of, row, column, value }) => ({ sheet: of, row, column, value }));
  return { rule, severity, sheet, header, message, remedy, count, examples: cells };
}

const WEIGHTS = { error: 0, warning: 1, note: 2 };

function byWeight(left: CellFaultGroup, right: CellFaultGroup): number {
  return WEIGHTS[left.severity] - WEIGHTS[right.severity] || right.count - left.count;
}
