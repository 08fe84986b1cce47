import type { EntityManager } from 'typeorm';
import type { JsonObject } from '#ocds';
import { expandTexts } from './compressed-text.js';
import type { StoredRelease } from './merge-history.js';

type State = StoredRelease['state'];

/**
 * The releases of each process that are in one of the given states, oldest first; every ocid has its entry. Equal dates
 * are ordered by release id, so that a record depends on its releases alone and not on the order in which they came.
 */
export async function loadHistories(
  manager: EntityManager,
  ocids: readonly string[],
  states: readonly State[],
): Promise<ReadonlyMap<string, readonly StoredRelease[]>> {
  const histories = new Map<string, StoredRelease[]>(ocids.map((ocid) => [ocid, []]));
  const rows = (await manager.query(
    `SELECT ocid, id, state, document FROM release
      WHERE ocid = ANY($1) AND state = ANY($2) ORDER BY date, id`,
    [ocids, states],
  )) as { ocid: string; id: string; state: State; document: Buffer }[];
  const texts = await expandTexts(rows.map(({ document }) => document));
  for (const [index, { document: _, ...row }] of rows.entries()) {
    histories.get(row.ocid)!.push({ ...row, release: JSON.parse(texts[index]!) as JsonObject });
  }
  return histories;
}
