import type { EntityManager } from 'typeorm';
import type { Publisher } from '#database';
import { ocidOf } from '#sources';

/**
 * Makes a publisher the one of processes that another account under its prefix published for it so far: of those whose
 * ocids have the publisher's own scope, which can be nobody else's.
 */
export async function takeOverRecords(
  manager: EntityManager,
  { id, ocidPrefix }: Publisher,
  scope: string,
  ocids: readonly string[],
): Promise<void> {
  const own = ocids.filter((ocid) => ocid.startsWith(ocidOf(ocidPrefix, '', scope)));
  if (own.length === 0) return;
  await manager.query(
    `WITH others AS (
       SELECT r.ocid FROM record r JOIN publisher p ON p.id = r.publisher_id
        WHERE r.ocid = ANY($1) AND r.publisher_id <> $2 AND p.ocid_prefix = $3 ORDER BY r.ocid FOR UPDATE OF r)
     UPDATE record SET publisher_id = $2 FROM others WHERE record.ocid = others.ocid`,
    [own, id, ocidPrefix],
  );
}
