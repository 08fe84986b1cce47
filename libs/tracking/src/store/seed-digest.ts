import type { EntityManager } from 'typeorm';
import type { Recorded } from '#tracker';
import { contentHash } from './content-hash.js';

/** SHA-256 of what seeds told of a plan, as it is stored; in any order. */
export async function seedDigest(manager: EntityManager, planId: string): Promise<string> {
  const rows = (await manager.query(
    `SELECT kind, body FROM (
       SELECT DISTINCT ON (kind, id) kind, body, withdrawn FROM tracker_record
        WHERE plan_id = $1 AND origin = 'seed' ORDER BY kind, id, version DESC) told
      WHERE NOT withdrawn`,
    [planId],
  )) as { kind: string; body: Recorded }[];
  return contentHash(rows.map(({ kind, body }) => `${kind}/${body.id}/${contentHash(body)}`).sort());
}
