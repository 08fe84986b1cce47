import type { EntityManager } from 'typeorm';
import { insertRows } from '#database';
import type { JsonObject } from '#ocds';
import type { PreviousRelease } from '#sources';
import type { HoldReason } from '../submit-releases.js';
import { expandTexts } from '../compressed-text.js';
import { CORRECTION_PROFILE } from '../corrections/correction-profile.js';

/** What a family of profiles last told of a process. */
export interface KnownProcess {
  readonly ocid: string;
  /** The last file that told it, whether or not it changed anything. */
  readonly batchId: string;
  readonly contentHash: string;
  readonly reported: string | undefined;
  readonly releaseId: string;
  /** Why the release that tells it is held; undefined when it is not. */
  readonly held: HoldReason | 'withdrawn' | undefined;
}

/** Those of the processes that the family told of before. */
export async function loadKnownProcesses(
  manager: EntityManager,
  family: string,
  ocids: readonly string[],
): Promise<ReadonlyMap<string, KnownProcess>> {
  const rows = (await manager.query(
    `SELECT m.ocid, m.batch_id AS "batchId", m.content_hash AS "contentHash", m.reported, m.release_id AS "releaseId",
            CASE r.state WHEN 'withdrawn' THEN 'withdrawn'
              WHEN 'held' THEN CASE r.state_reason WHEN 'cell-faults' THEN 'cell-faults' ELSE 'invalid' END END AS held
       FROM mapped_process m LEFT JOIN release r ON m.held AND r.ocid = m.ocid AND r.id = m.release_id
      WHERE m.ocid = ANY($1) AND m.family = $2`,
    [ocids, family],
  )) as (Omit<KnownProcess, 'held'> & {
    readonly reported: string | null;
    readonly held: KnownProcess['held'] | null;
  })[];
  return new Map(
    rows.map((row) => [row.ocid, { ...row, reported: row.reported ?? undefined, held: row.held ?? undefined }]),
  );
}

export async function saveKnownProcesses(
  manager: EntityManager,
  family: string,
  processes: readonly KnownProcess[],
): Promise<void> {
  await insertRows(
    manager,
    'mapped_process',
    ['ocid', 'family', 'batch_id', 'content_hash', 'reported', 'release_id', 'held'],
    processes.map((one) => [
      one.ocid,
      family,
      one.batchId,
      one.contentHash,
      one.reported ?? null,
      one.releaseId,
      one.held !== undefined,
    ]),
    `ON CONFLICT (ocid, family) DO UPDATE SET batch_id = excluded.batch_id, content_hash = excluded.content_hash,
       reported = excluded.reported, release_id = excluded.release_id, held = excluded.held`,
  );
}

/** Takes off the list of what is held the releases in whose place others of their family came. */
export async function supersedeHeld(
  manager: EntityManager,
  told: readonly KnownProcess[],
  before: ReadonlyMap<string, KnownProcess>,
): Promise<void> {
  const replaced = told.flatMap(({ ocid, releaseId }) => {
    const earlier = before.get(ocid);
    return earlier?.held !== undefined && earlier.releaseId !== releaseId ? [[ocid, earlier.releaseId] as const] : [];
  });
  if (replaced.length === 0) return;
  await manager.query(
    `UPDATE release SET state = 'superseded', state_reason = 'corrected'
       FROM unnest($1::text[], $2::text[]) AS replaced (ocid, id)
      WHERE release.ocid = replaced.ocid AND release.id = replaced.id AND release.state = 'held'`,
    [replaced.map(([ocid]) => ocid), replaced.map(([, id]) => id)],
  );
}

/**
 * The last release of each process that is published, was, or will be: of the profile's family if there is one, else of
 * whoever told of it; and when the last correction of it was made.
 */
export async function loadPreviousReleases(
  manager: EntityManager,
  { profileId, familyIds }: { readonly profileId: string; readonly familyIds: readonly string[] },
  ocids: readonly string[],
): Promise<ReadonlyMap<string, PreviousRelease>> {
  if (ocids.length === 0) return new Map();
  const rows = (await manager.query(
    `SELECT DISTINCT ON (r.ocid) r.ocid, r.document, b.profile,
            max(r.date) FILTER (WHERE b.profile = $3) OVER (PARTITION BY r.ocid) AS corrected
       FROM release r JOIN batch b ON b.id = r.batch_id
      WHERE r.ocid = ANY($1) AND r.state IN ('accepted', 'published', 'withdrawn')
      ORDER BY r.ocid, b.profile = ANY($2) DESC, r.date DESC, r.id DESC`,
    [ocids, familyIds, CORRECTION_PROFILE],
  )) as { ocid: string; document: Buffer; profile: string; corrected: Date | null }[];
  const texts = await expandTexts(rows.map(({ document }) => document));
  return new Map(
    rows.map(({ ocid, profile, corrected }, index) => {
      const release = JSON.parse(texts[index]!) as JsonObject;
      return [ocid, { release, sameProfile: profile === profileId, after: corrected?.toISOString() }];
    }),
  );
}
