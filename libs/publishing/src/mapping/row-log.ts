import type { EntityManager } from 'typeorm';
import { insertRows } from '#database';
import type { CellFault } from '#sources';
import { ROW_OUTCOMES, type RowCounts, type RowOutcome } from '../batch-report.js';
import { storableJson, storableText } from '../storable.js';
import type { RowPlace } from './map-file.js';

/** What became of a row, and by which release. */
export interface LoggedRow extends RowPlace {
  readonly outcome: RowOutcome;
  readonly reason?: string | undefined;
  readonly ocid?: string | undefined;
  readonly releaseId?: string | undefined;
}

/** Writes down what becomes of the rows of a batch, and counts. */
export interface RowLog {
  add(rows: readonly LoggedRow[]): void;
  /** Writes what was added since. */
  flush(manager: EntityManager): Promise<void>;
  counts(): RowCounts;
}

export function createRowLog(batchId: string): RowLog {
  const counts = Object.fromEntries(ROW_OUTCOMES.map((outcome) => [outcome, 0])) as Record<RowOutcome, number>;
  let waiting: LoggedRow[] = [];
  return {
    add(rows) {
      for (const row of rows) {
        counts[row.outcome]++;
        waiting.push(row);
      }
    },
    async flush(manager) {
      const rows = waiting;
      waiting = [];
      await insertRows(
        manager,
        'source_row',
        ['batch_id', 'sheet', 'row', 'outcome', 'reason', 'ocid', 'release_id'],
        rows.map(({ sheet, row, outcome, reason = null, ocid = null, releaseId = null }) => [
          batchId,
          storableText(sheet),
          row,
          outcome,
          reason,
          ocid,
          releaseId,
        ]),
        'ON CONFLICT DO NOTHING', // damaged workbooks number two rows alike
      );
    },
    counts: () => ({ ...counts }),
  };
}

/** Stores faults of cells, in their order. */
export async function saveFaults(manager: EntityManager, batchId: string, faults: readonly CellFault[]): Promise<void> {
  await insertRows(
    manager,
    'cell_fault',
    ['batch_id', 'position', 'sheet', 'row', 'col', 'header', 'value', 'rule', 'severity', 'message', 'remedy'],
    faults.map((fault, position) => [
      batchId,
      position,
      storableText(fault.sheet),
      fault.row,
      fault.column,
      storableText(fault.header),
      storableText(fault.value.slice(0, LONGEST_VALUE)),
      fault.rule,
      fault.severity,
      storableJson(fault.message),
      storableJson(fault.remedy),
    ]),
  );
}

/** Enough to know a cell by. */
const LONGEST_VALUE = 1_000;
