import type { EntityManager } from 'typeorm';
import { type Actor, can } from '#access';
import { createFindingCollector, type FindingGroup, type Release } from '#ocds';
import { type CorrectionRow, expandText, listCorrections } from '#publishing';
import type { CorrectionLine, DeskProcessView, DeskRelease, ProcessState } from '../views/process.view.js';

const MOST_FINDINGS = 30;

interface RecordRow {
  readonly publisherId: string;
  readonly publisher: string;
  readonly withdrawn: boolean;
  readonly compiled: Buffer | null;
  readonly title: string | null;
  readonly buyer: string | null;
  readonly localNumber: string | null;
}

interface ReleaseRow {
  readonly id: string;
  readonly date: string | null;
  readonly tags: readonly string[];
  readonly state: DeskRelease['state'];
  readonly reason: string | null;
  readonly receivedAt: string;
  readonly pointer: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly findings: readonly FindingGroup[] | null;
}

const RECORD = `
SELECT r.publisher_id AS "publisherId", o.name AS publisher, r.withdrawn, r.compiled, p.title, p.buyer_name AS buyer,
       p.local_number AS "localNumber"
  FROM record r JOIN organisation o ON o.id = r.publisher_id LEFT JOIN process p ON p.ocid = r.ocid WHERE r.ocid = $1`;

const RELEASES = `
SELECT r.id, r.tags, r.state, r.state_reason AS reason, r.pointer, b.file_name AS "fileName", b.sha256, v.findings,
       CASE WHEN isfinite(r.date) THEN to_char(r.date AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') END AS date,
       to_char(r.received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "receivedAt"
  FROM release r JOIN batch b ON b.id = r.batch_id LEFT JOIN verdict v ON v.ocid = r.ocid AND v.release_id = r.id
 WHERE r.ocid = $1 ORDER BY r.received_at, r.date, r.id`;

export interface LoadedProcess extends Omit<DeskProcessView, 'site' | 'person' | 'csrf' | 'sections' | 'done'> {
  readonly publisherId: string;
  /** As it is published; none of one that never was, or is withdrawn. */
  readonly compiled?: Release | undefined;
}

/** A process as its publisher sees it; none of another organisation. */
export async function loadDeskProcess(
  manager: EntityManager,
  actor: Actor,
  ocid: string,
): Promise<LoadedProcess | undefined> {
  const [record] = (await manager.query(RECORD, [ocid])) as RecordRow[];
  if (!record) return undefined;
  const releases = (await manager.query(RELEASES, [ocid])) as ReleaseRow[];
  const corrections = await listCorrections(manager, { ocid });
  const { publisherId, publisher, withdrawn } = record;
  const compiled =
    record.compiled && !withdrawn ? (JSON.parse(await expandText(record.compiled)) as Release) : undefined;
  return {
    ocid,
    publisherId,
    publisher,
    compiled,
    title: record.title ?? undefined,
    buyer: record.buyer ?? undefined,
    localNumber: record.localNumber ?? undefined,
    state: stateOf(withdrawn, releases, corrections),
    withdrawal: withdrawn ? await withdrawalOf(manager, ocid) : undefined,
    releases: releases.map(releaseLine),
    findings: findingsOf(releases),
    sources: sourcesOf(releases),
    corrections: corrections.filter(({ state }) => state !== 'discarded' && state !== 'draft').map(correctionLine),
    may: {
      correct: compiled !== undefined && can(actor, 'process:correct', publisherId),
      withdraw: compiled !== undefined && can(actor, 'process:withdraw', publisherId),
      restore: withdrawn && can(actor, 'process:withdraw', publisherId),
    },
  };
}

export function correctionLine({ id, ocid, reason, proposedBy, proposedAt, state }: CorrectionRow): CorrectionLine {
  const told = state === 'published' || state === 'rejected' ? state : 'proposed';
  return { id, ocid, reason, by: proposedBy.name, at: proposedAt.toISOString(), state: told };
}

function stateOf(
  withdrawn: boolean,
  releases: readonly ReleaseRow[],
  corrections: readonly CorrectionRow[],
): ProcessState {
  if (withdrawn) return 'withdrawn';
  if (corrections.some(({ state }) => state === 'review')) return 'proposed';
  return releases.some(({ state }) => state === 'held') ? 'held' : 'published';
}

async function withdrawalOf(manager: EntityManager, ocid: string): Promise<DeskProcessView['withdrawal']> {
  const [row] = (await manager.query(
    `SELECT withdrawn_at AS at, reason, legal_ground AS ground, office FROM withdrawal
      WHERE ocid = $1 AND restored_at IS NULL`,
    [ocid],
  )) as { at: Date; reason: string; ground: string | null; office: string }[];
  return row && { at: row.at.toISOString(), reason: row.reason, office: row.ground ?? row.office };
}

function releaseLine({ id, date, tags, state, reason, receivedAt }: ReleaseRow): DeskRelease {
  return { id, tags, state, receivedAt, ...(date !== null && { date }), reason: reason ?? undefined };
}

function findingsOf(releases: readonly ReleaseRow[]): DeskProcessView['findings'] {
  const collector = createFindingCollector();
  for (const release of releases) collector.add(release.findings ?? [], release.id);
  const groups = collector.groups();
  const total = groups.reduce((sum, group) => sum + group.count, 0);
  const shown = groups
    .slice(0, MOST_FINDINGS)
    .map((group) => ({ ...group, pointer: group.examples[0]?.pointer ?? '' }));
  return { total, shown };
}

/** Each file once, with the place of its first release in it. */
function sourcesOf(releases: readonly ReleaseRow[]): DeskProcessView['sources'] {
  const files = new Map(releases.toReversed().map((release) => [release.sha256, release]));
  return [...files.values()]
    .toReversed()
    .map(({ fileName, sha256, pointer, receivedAt }) => ({ name: fileName, sha256, pointer, receivedAt }));
}
