import type { DataSource } from 'typeorm';
import type { Bilingual } from '#ocds';

/** A cell of the file that told of a process, and what is wrong with it. What it says is not told: it may be personal. */
export interface CellFaultRow {
  readonly sheet: string;
  readonly row: number;
  readonly header: string;
  readonly rule: string;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
}

/** Errors in the cells that a published process was told in: its publisher lets it be published, marked. */
export async function findCellFaults(
  dataSource: DataSource,
  ocid: string,
  limit: number,
): Promise<readonly CellFaultRow[]> {
  return (await dataSource.query(
    `SELECT DISTINCT f.sheet, f.row, f.header, f.rule, f.message, f.remedy
       FROM source_row s
       JOIN release r ON r.ocid = s.ocid AND r.id = s.release_id AND r.state = 'published'
       JOIN cell_fault f ON f.batch_id = s.batch_id AND f.sheet = s.sheet AND f.row = s.row AND f.severity = 'error'
      WHERE s.ocid = $1 AND s.outcome = 'published' ORDER BY f.sheet, f.row, f.header LIMIT $2`,
    [ocid, limit],
  )) as CellFaultRow[];
}
