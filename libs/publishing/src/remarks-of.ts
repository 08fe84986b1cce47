import type { EntityManager } from 'typeorm';
import type { FindingGroup } from '#ocds';
import type { OutcomeCounts, Remark } from '#tables';
import { ROW_OUTCOMES } from './batch-report.js';
import type { MappedBatch } from './mapped-batch.js';

const PAGE = 1_000;

/** What is to be said of the cells and rows of a batch: faults of cells first, then why rows were not published. */
export async function* remarksOf(store: Pick<EntityManager, 'query'>, batchId: string): AsyncGenerator<Remark> {
  yield* cellRemarks(store, batchId);
  yield* rowRemarks(store, batchId);
}

/** Rows of a batch by outcome, as the annotated workbook shows them. */
export function outcomesOf({ rows }: MappedBatch): OutcomeCounts {
  const [published = 0, unchanged = 0, older = 0, held = 0, refused = 0] = ROW_OUTCOMES.map((name) => rows[name] ?? 0);
  return { published, unchanged: unchanged + older, held, refused };
}

async function* cellRemarks(store: Pick<EntityManager, 'query'>, batchId: string): AsyncGenerator<Remark> {
  for (let after = -1; ; after += PAGE) {
    const rows = (await store.query(
      `SELECT sheet, row, col AS "column", header, value, rule, severity, message, remedy FROM cell_fault
        WHERE batch_id = $1 AND position > $2 AND position <= $3 ORDER BY position`,
      [batchId, after, after + PAGE],
    )) as Remark[];
    if (rows.length === 0) return;
    yield* rows;
  }
}

interface RowOutcomeRow {
  readonly sheet: string;
  readonly row: number;
  readonly outcome: 'held' | 'refused';
  readonly reason: string | null;
  readonly findings: readonly FindingGroup[] | null;
}

/** Rows whose own cells say why they are not published are passed over. */
async function* rowRemarks(store: Pick<EntityManager, 'query'>, batchId: string): AsyncGenerator<Remark> {
  let [sheet, row] = ['', -1];
  for (;;) {
    const page = (await store.query(
      `SELECT s.sheet, s.row, s.outcome, s.reason, v.findings FROM source_row s
         LEFT JOIN verdict v ON v.ocid = s.ocid AND v.release_id = s.release_id
        WHERE s.batch_id = $1 AND s.outcome IN ('held', 'refused') AND (s.sheet, s.row) > ($2, $3)
          AND s.reason IS DISTINCT FROM 'cell-faults' AND s.reason IS DISTINCT FROM 'row-without-identity'
        ORDER BY s.sheet, s.row LIMIT $4`,
      [batchId, sheet, row, PAGE],
    )) as RowOutcomeRow[];
    for (const one of page) yield rowRemark(one);
    const last = page.at(-1);
    if (last === undefined) return;
    ({ sheet, row } = last);
  }
}

function rowRemark({ sheet, row, outcome, reason, findings }: RowOutcomeRow): Remark {
  const rule = `row-${reason ?? outcome}`;
  const error = findings?.find(({ severity }) => severity === 'error');
  const said = outcome === 'refused' ? OTHERS : reason === 'withdrawn' ? WITHDRAWN : HELD;
  const { message, remedy } = error ?? said;
  return { sheet, row, column: -1, header: '', value: '', severity: 'error', rule, message, remedy };
}

const OTHERS = {
  message: {
    es: 'El proceso de esta fila lo publica otra institución.',
    en: 'The process of this row is published by another institution.',
  },
  remedy: { es: 'Revisar el número del procedimiento.', en: 'Check the number of the procedure.' },
};

const WITHDRAWN = {
  message: {
    es: 'El proceso de esta fila está retirado: lo que dice se guardó y no se muestra.',
    en: 'The process of this row is withdrawn: what it says is stored and not shown.',
  },
  remedy: {
    es: 'Restaurar el proceso si debe volver a publicarse.',
    en: 'Restore the process if it is to be public again.',
  },
};

const HELD = {
  message: { es: 'La publicación de esta fila está retenida.', en: 'The release of this row is held.' },
  remedy: {
    es: 'Corregir lo que se dijo de ella cuando se recibió por primera vez.',
    en: 'Correct what was said of it when it was first received.',
  },
};
