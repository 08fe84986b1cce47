import type { EntityManager } from 'typeorm';
import { insertRows } from '#database';

/** What the change feed is to tell. */
export interface NewChange {
  readonly ocid: string;
  readonly kind: 'published' | 'withdrawn' | 'restored';
  readonly releaseIds: readonly string[];
  readonly contentHash: Buffer;
}

/**
 * Adds to the change feed, as the last statements of a transaction: positions are drawn under the row lock of
 * change_head, which is held until commit.
 */
export async function appendChanges(manager: EntityManager, changes: readonly NewChange[]): Promise<void> {
  if (changes.length === 0) return;
  const [[head]] = (await manager.query('UPDATE change_head SET position = position + $1 RETURNING position', [
    changes.length,
  ])) as [[{ position: string }], number];
  const first = BigInt(head.position) - BigInt(changes.length) + 1n;
  await insertRows(
    manager,
    'change',
    ['position', 'ocid', 'kind', 'release_ids', 'content_hash'],
    changes.map(({ ocid, kind, releaseIds, contentHash }, n) => [
      String(first + BigInt(n)),
      ocid,
      kind,
      releaseIds,
      contentHash,
    ]),
  );
}
