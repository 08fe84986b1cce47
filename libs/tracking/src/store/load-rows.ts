import type { DataSource } from 'typeorm';
import type { Recorded, RecordKind, StatusEvent } from '#tracker';
import { loadLog } from './load-log.js';

/** The version in force of something recorded. */
export interface RecordRow {
  readonly kind: RecordKind;
  readonly body: Recorded;
}

/** Everything that a view is folded from. */
export interface TrackerRows {
  readonly records: readonly RecordRow[];
  readonly log: readonly StatusEvent[];
}

const RECORDS = `
SELECT kind, body FROM (
  SELECT DISTINCT ON (kind, id) kind, id, position, body, withdrawn FROM tracker_record
   WHERE plan_id = $1 AND ($2::date IS NULL OR effective_on <= $2::date)
   ORDER BY kind, id, version DESC) latest
 WHERE NOT withdrawn ORDER BY kind, position, id`;

/** Reads what a plan's view is folded from, all of it of one moment. */
export async function loadRows(dataSource: DataSource, planId: string, asOf?: string): Promise<TrackerRows> {
  return dataSource.transaction('REPEATABLE READ', async (manager) => ({
    records: (await manager.query(RECORDS, [planId, asOf ?? null])) as RecordRow[],
    log: await loadLog({ manager }, planId, { asOf }),
  }));
}
