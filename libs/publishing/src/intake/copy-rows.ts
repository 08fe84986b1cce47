import type { EntityManager } from 'typeorm';
import { insertRows } from '#database';

const PAGE = 5_000;

interface CopiedRow {
  readonly sheet: string;
  readonly row: number;
  readonly outcome: string;
  readonly reason: string | null;
  readonly ocid: string | null;
  readonly release_id: string | null;
}

/** Copies what would become of each row out of a rehearsal, before it is taken back. */
export async function copyRows(
  rehearsal: EntityManager,
  batchId: string,
  manager: EntityManager,
  uploadId: string,
): Promise<void> {
  await manager.query('DELETE FROM upload_row WHERE upload_id = $1', [uploadId]);
  let [sheet, row] = ['', -1];
  for (;;) {
    const page = (await rehearsal.query(
      `SELECT sheet, row, outcome, reason, ocid, release_id FROM source_row
        WHERE batch_id = $1 AND (sheet, row) > ($2, $3) ORDER BY sheet, row LIMIT ${PAGE}`,
      [batchId, sheet, row],
    )) as CopiedRow[];
    const last = page.at(-1);
    if (last === undefined) return;
    const rows = page.map((one) => [
      uploadId,
      one.sheet,
      one.row,
      one.outcome,
      one.reason,
      one.ocid,
      one.outcome === 'published' ? null : one.release_id, // a rehearsed release is not there afterwards
    ]);
    await insertRows(manager, 'upload_row', COLUMNS, rows);
    ({ sheet, row } = last);
  }
}

const COLUMNS = ['upload_id', 'sheet', 'row', 'outcome', 'reason', 'ocid', 'release_id'];
