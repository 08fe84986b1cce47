import type { DataSource } from 'typeorm';
import { PROCESS_COLUMNS, type ProcessRow } from './search-processes.js';

/** The processes first awarded in a week, the last one first. Days are ISO days in UTC, Monday to Sunday. */
export interface AwardedWeek {
  readonly from: string;
  readonly until: string;
  /** False: nothing was awarded this week; this is the last one in which anything was. */
  readonly current: boolean;
  readonly rows: readonly ProcessRow[];
}

/** What was awarded in the latest week in which anything was, this one included; undefined when nothing ever was. */
export async function awardedWeek(dataSource: DataSource, limit: number): Promise<AwardedWeek | undefined> {
  const [week] = (await dataSource.query(
    `SELECT monday::date::text AS "from", (monday + interval '6 days')::date::text AS until,
            monday = date_trunc('week', now() AT TIME ZONE 'UTC') AS current
       FROM (SELECT date_trunc('week', awarded_on AT TIME ZONE 'UTC') AS monday FROM process
              WHERE awarded_on <= now() ORDER BY awarded_on DESC LIMIT 1) AS latest`,
  )) as Omit<AwardedWeek, 'rows'>[];
  if (!week) return undefined;
  const rows = (await dataSource.query(
    `SELECT ${PROCESS_COLUMNS} FROM process
      WHERE awarded_on >= ($1::date)::timestamp AT TIME ZONE 'UTC' AND awarded_on < ($2::date + 1)::timestamp AT TIME ZONE 'UTC'
      ORDER BY awarded_on DESC, ocid LIMIT $3`,
    [week.from, week.until, limit],
  )) as ProcessRow[];
  return { ...week, rows };
}
