import type { EntityManager } from 'typeorm';
import { contains } from '#database';
import type { MoneyStage } from '#ocds';
import type { DeskProcessRow, ProcessState } from '../views/process.view.js';

export interface DeskProcessQuery {
  readonly query?: string | undefined;
  readonly state?: ProcessState | undefined;
  /** Only of these organisations; all that the reader may see where it is 'all'. */
  readonly publisherIds: 'all' | readonly string[];
  /** Only what a batch tells of. */
  readonly batchId?: string | undefined;
  /** The last one of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

interface Row {
  readonly ocid: string;
  readonly localNumber: string | null;
  readonly title: string | null;
  readonly buyer: string | null;
  readonly date: Date | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly amountStage: MoneyStage | null;
  readonly state: ProcessState;
}

/** A process stands with its record; one that was never published has no search row. */
const STANDING = `
SELECT r.ocid, p.local_number AS "localNumber", p.title, p.buyer_name AS buyer, p.date, p.amount::text AS amount, p.currency,
       p.amount_stage AS "amountStage",
       CASE WHEN r.withdrawn THEN 'withdrawn'
            WHEN EXISTS (SELECT FROM correction c WHERE c.ocid = r.ocid AND c.state = 'review') THEN 'proposed'
            WHEN EXISTS (SELECT FROM release h WHERE h.ocid = r.ocid AND h.state = 'held') THEN 'held'
            ELSE 'published' END AS state
  FROM record r LEFT JOIN process p ON p.ocid = r.ocid LEFT JOIN search_entry s ON s.ocid = r.ocid
 WHERE ($1::text[] IS NULL OR r.publisher_id = ANY ($1))
   AND ($2::text IS NULL OR s.words @@ search_query($2) OR ${contains('lower(r.ocid)', 'lower($2)')} OR ${contains('lower(p.local_number)', 'lower($2)')})`;

/** Processes of the desk by ocid, a page of them. */
export async function loadProcesses(
  manager: EntityManager,
  asked: DeskProcessQuery,
): Promise<readonly DeskProcessRow[]> {
  const { query, state, publisherIds, after, batchId, limit } = asked;
  const rows = (await manager.query(
    `SELECT * FROM (${STANDING}) AS standing
      WHERE ($6::bigint IS NULL OR ocid IN (SELECT b.ocid FROM release b WHERE b.batch_id = $6)) AND ($3::text IS NULL OR state = $3) AND ($4::text IS NULL OR ocid > $4) ORDER BY ocid LIMIT $5`,
    [idsOf(publisherIds), query ?? null, state ?? null, after ?? null, limit, batchId ?? null],
  )) as Row[];
  return rows.map(processRow);
}

/** How many of them are held. */
export async function countHeld(manager: EntityManager, publisherIds: 'all' | readonly string[]): Promise<number> {
  const [{ total }] = (await manager.query(
    `SELECT count(DISTINCT h.ocid)::int AS total FROM release h JOIN record r ON r.ocid = h.ocid
      WHERE h.state = 'held' AND NOT r.withdrawn AND ($1::text[] IS NULL OR h.publisher_id = ANY ($1))`,
    [idsOf(publisherIds)],
  )) as [{ total: number }];
  return total;
}

function idsOf(ids: 'all' | readonly string[]): readonly string[] | null {
  return ids === 'all' ? null : ids;
}

function processRow({
  ocid,
  localNumber,
  title,
  buyer,
  date,
  amount,
  currency,
  amountStage,
  state,
}: Row): DeskProcessRow {
  return {
    ocid,
    state,
    ...(localNumber !== null && { localNumber }),
    ...(title !== null && { title }),
    ...(buyer !== null && { buyer }),
    ...(date !== null && { date: date.toISOString() }),
    ...(amount !== null &&
      amountStage !== null && { amount: { amount, ...(currency !== null && { currency }), stage: amountStage } }),
  };
}
