import type { EntityManager } from 'typeorm';
import { insertRows, type Publisher } from '#database';
import type { FindingSeverity } from '#ocds';
import { claimProcesses } from './claim-processes.js';
import type { IncomingRelease } from './incoming-release.js';
import { storableJson } from './storable.js';

const SCHEMA_VERSION = '1.1.5';

/** What became of the releases of one submission, by (ocid, id). */
export interface Submission {
  readonly accepted: number;
  readonly held: number;
  readonly superseded: number;
  readonly unchanged: number;
  readonly refused: readonly Refusal[];
  /** Processes that now have something to publish. */
  readonly touched: readonly string[];
  /** Processes that are withdrawn: what came of them is stored, and waits until they are restored. */
  readonly withdrawn: ReadonlySet<string>;
  /** What went in, not known before. */
  readonly stored: readonly IncomingRelease[];
}

export interface Refusal {
  readonly release: IncomingRelease;
  readonly reason: 'different-content' | 'other-publisher';
  readonly message: string;
}

interface Origin {
  readonly publisher: Pick<Publisher, 'id' | 'policy' | 'ocidPrefix'>;
  readonly batchId: string;
}

/**
 * Stores releases and their verdicts inside the caller's transaction. The rows of their records are locked first, in
 * the order of their ocids, so that no publication of the same processes runs between.
 */
export async function submitReleases(
  manager: EntityManager,
  origin: Origin,
  releases: readonly IncomingRelease[],
): Promise<Submission> {
  const ocids = releases.map(({ ocid }) => ocid);
  const { owners, withdrawn } = await claimProcesses(manager, origin.publisher, ocids);
  const [own, foreign] = split(releases, (release) => owners.get(release.ocid) === origin.publisher.id);
  const stored = await insertReleases(manager, { ...origin, withdrawn }, own);
  const again = own.filter((release) => !stored.has(release));
  const refused = [...foreign.map((release) => foreignRefusal(release, owners)), ...(await differing(manager, again))];
  await insertVerdicts(manager, [...stored]);
  const superseded = await supersedeStandIns(manager, [...new Set([...stored].map((release) => release.ocid))]);
  const publishable = [...stored].filter((release) => stateOf(release, { ...origin, withdrawn }) === 'accepted');
  const touched = [...new Set(publishable.map((release) => release.ocid))];
  await markPending(manager, touched);
  return {
    accepted: publishable.length,
    held: stored.size - publishable.length,
    superseded,
    unchanged: releases.length - stored.size - refused.length,
    refused,
    touched,
    withdrawn,
    stored: [...stored],
  };
}

async function insertReleases(
  manager: EntityManager,
  origin: Origin & Withdrawn,
  releases: readonly IncomingRelease[],
) {
  const rows = await insertRows<{ ocid: string; id: string; pointer: string }>(
    manager,
    'release',
    [
      'ocid',
      'id',
      'date',
      'tags',
      'publisher_id',
      'batch_id',
      'pointer',
      'origin',
      'state',
      'state_reason',
      'valid',
      'content_hash',
      'document',
    ],
    releases.map((release) => {
      const state = stateOf(release, origin);
      return [
        release.ocid,
        release.id,
        release.date,
        release.tags,
        origin.publisher.id,
        origin.batchId,
        release.pointer,
        release.origin,
        state,
        holdReason(release),
        release.verdict.valid,
        release.contentHash,
        release.document,
      ];
    }),
    'ON CONFLICT (ocid, id) DO NOTHING RETURNING ocid, id, pointer',
  );
  // The pointer tells which of two equal identities in one submission was the one that went in.
  const inserted = new Set(rows.map((row) => identity(row.ocid, row.id) + row.pointer));
  return new Set(releases.filter((release) => inserted.has(identity(release.ocid, release.id) + release.pointer)));
}

interface Withdrawn {
  readonly withdrawn: ReadonlySet<string>;
}

/**
 * An invalid or faulty release waits, unless its publisher wants it published with what is wrong beside it. What could
 * be published of a withdrawn process waits until it is restored.
 */
export function stateOf(
  release: IncomingRelease,
  { publisher, withdrawn }: Pick<Origin, 'publisher'> & Withdrawn,
): 'accepted' | 'held' | 'withdrawn' {
  if (publisher.policy !== 'publish-marked' && holdReason(release) !== null) return 'held';
  return withdrawn.has(release.ocid) ? 'withdrawn' : 'accepted';
}

/** Why a release is not published: it is invalid, or made of cells with errors. */
export type HoldReason = 'invalid' | 'cell-faults';

/** Of a release that is published in spite of it, what it is marked with. */
export function holdReason({ verdict, faulty }: IncomingRelease): HoldReason | null {
  if (!verdict.valid) return 'invalid';
  return faulty ? 'cell-faults' : null;
}

/** Of releases whose identity is taken, those that say something else than the one that is there. */
async function differing(manager: EntityManager, releases: readonly IncomingRelease[]): Promise<Refusal[]> {
  if (releases.length === 0) return [];
  const rows = (await manager.query(
    `SELECT r.ocid, r.id, r.content_hash AS hash, r.received_at AS at FROM release r
       JOIN unnest($1::text[], $2::text[]) AS wanted (ocid, id) ON wanted.ocid = r.ocid AND wanted.id = r.id`,
    [releases.map((release) => release.ocid), releases.map((release) => release.id)],
  )) as { ocid: string; id: string; hash: Buffer; at: Date }[];
  const known = new Map(rows.map((row) => [identity(row.ocid, row.id), row]));
  return releases.flatMap((release) => {
    const there = known.get(identity(release.ocid, release.id))!;
    return there.hash.equals(release.contentHash) ? [] : [contentRefusal(release, there.at)];
  });
}

function contentRefusal(release: IncomingRelease, at: Date): Refusal {
  const message =
    `La publicación «${release.id}» del proceso ${release.ocid} ya se recibió (${at.toISOString()}) con otro contenido. ` +
    'Una publicación no cambia: enviar la corrección como publicación nueva, con otro «id» y fecha posterior.';
  return { release, reason: 'different-content', message };
}

function foreignRefusal(release: IncomingRelease, owners: ReadonlyMap<string, string>): Refusal {
  const message =
    `El proceso ${release.ocid} lo publica «${owners.get(release.ocid)}». ` +
    'Entregarlo con ese publicador, o corregir el ocid.';
  return { release, reason: 'other-publisher', message };
}

async function insertVerdicts(manager: EntityManager, releases: readonly IncomingRelease[]): Promise<void> {
  await insertRows(
    manager,
    'verdict',
    ['ocid', 'release_id', 'valid', 'error_count', 'warning_count', 'findings', 'schema_version'],
    releases.map((release) => [
      release.ocid,
      release.id,
      release.verdict.valid,
      countOf(release, 'error'),
      countOf(release, 'warning'),
      storableJson(release.verdict.groups),
      SCHEMA_VERSION,
    ]),
  );
}

function countOf({ verdict }: IncomingRelease, severity: FindingSeverity): number {
  return verdict.groups.reduce((sum, group) => (group.severity === severity ? sum + group.count : sum), 0);
}

/**
 * A release made from a compiledRelease only stands in while its process has no release of its own: it is never
 * merged beside them, whichever came first. It stays in the store, marked.
 */
export async function supersedeStandIns(manager: EntityManager, ocids: readonly string[]): Promise<number> {
  const [, count] = (await manager.query(
    `UPDATE release s SET state = 'superseded', state_reason = 'has-releases'
      WHERE s.ocid = ANY($1) AND s.origin = 'compiled' AND s.state IN ('accepted', 'published')
        AND EXISTS (SELECT FROM release r WHERE r.ocid = s.ocid AND r.origin = 'release'
                       AND r.state IN ('accepted', 'published'))`,
    [ocids],
  )) as [unknown, number];
  return count;
}

async function markPending(manager: EntityManager, ocids: readonly string[]): Promise<void> {
  await manager.query(
    `UPDATE record SET wanted = wanted + 1, pending_since = coalesce(pending_since, now()) WHERE ocid = ANY($1)`,
    [ocids],
  );
}

function split<T>(all: readonly T[], belongs: (one: T) => boolean): [T[], T[]] {
  return [all.filter(belongs), all.filter((one) => !belongs(one))];
}

function identity(ocid: string, id: string): string {
  return JSON.stringify([ocid, id]);
}
