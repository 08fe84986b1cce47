import type { EntityManager } from 'typeorm';
import type { JsonObject, Release } from '#ocds';
import { listDifferences } from '#sources';
import type { BatchReport } from '../batch-report.js';
import type { SavedFindings } from './save-findings.js';
import type { ProcessChange, ProcessCounts, UploadPreview } from './upload.js';

const MOST_CHANGES = 20;
const MOST_DIFFERENCES = 20;
const MOST_GROUPS = 50;

/** What a file comes to, in the transaction that took it in or rehearses it. */
export async function previewOf(
  manager: EntityManager,
  report: BatchReport,
  findings: SavedFindings,
  changes: readonly ProcessChange[],
): Promise<UploadPreview> {
  const { batchId, profile, profileVersion, format, seenBefore, read, accepted, held, superseded } = report;
  const { unchanged, refused, rows, organisations, notices, faults, errors, refusals } = report;
  const isTable = rows !== undefined;
  return {
    profile,
    profileVersion,
    format,
    seenBefore,
    sheets: isTable ? await sheetsOf(manager, batchId) : [],
    rows,
    releases: { read, accepted, held, superseded, unchanged, refused },
    processes: seenBefore ? NOTHING : await processesOf(manager, batchId, isTable),
    organisations,
    notices,
    faults: faults.slice(0, MOST_GROUPS),
    errors: errors.slice(0, MOST_GROUPS),
    refusals: refusals.slice(0, MOST_GROUPS),
    findings: findings.counts,
    firstFindings: findings.first,
    changes,
    ...(findings.comparison && { comparison: findings.comparison }),
  };
}

const NOTHING: ProcessCounts = { new: 0, changed: 0, held: 0 };

async function sheetsOf(manager: EntityManager, batchId: string): Promise<UploadPreview['sheets']> {
  return (await manager.query(
    `SELECT sheet AS name, count(*)::int AS rows FROM source_row WHERE batch_id = $1 GROUP BY sheet ORDER BY min(row), sheet`,
    [batchId],
  )) as UploadPreview['sheets'];
}

async function processesOf(manager: EntityManager, batchId: string, isTable: boolean): Promise<ProcessCounts> {
  const [told] = (await manager.query(
    `SELECT count(*) FILTER (WHERE state = 'held')::int AS held,
            count(*) FILTER (WHERE state <> 'held' AND before)::int AS changed,
            count(*) FILTER (WHERE state <> 'held' AND NOT before)::int AS new
       FROM (SELECT r.ocid, min(r.state) AS state,
                    EXISTS (SELECT FROM release e WHERE e.ocid = r.ocid AND e.batch_id <> $1
                              AND e.state IN ('accepted', 'published')) AS before
               FROM release r WHERE r.batch_id = $1 GROUP BY r.ocid) AS process`,
    [batchId],
  )) as ProcessCounts[];
  return isTable ? { ...told!, ...(await standing(manager, batchId, told!)) } : told!;
}

/** Processes of which the file tells nothing new: published as they are, or held as they were. */
async function standing(manager: EntityManager, batchId: string, told: ProcessCounts) {
  const [row] = (await manager.query(
    `SELECT count(DISTINCT ocid) FILTER (WHERE outcome IN ('unchanged', 'older'))::int AS unchanged,
            count(DISTINCT ocid) FILTER (WHERE outcome = 'held')::int AS held
       FROM source_row WHERE batch_id = $1 AND ocid IS NOT NULL`,
    [batchId],
  )) as { unchanged: number; held: number }[];
  return { unchanged: row!.unchanged, held: Math.max(row!.held, told.held) };
}

/** Gathers the first differences that releases make to processes that are published. */
export function gatherChanges() {
  const changes: ProcessChange[] = [];
  return {
    changes,
    add(release: Release, previous: JsonObject | undefined): void {
      if (previous === undefined || changes.length >= MOST_CHANGES) return;
      const differences = listDifferences(previous, release);
      const isCut = differences.length > MOST_DIFFERENCES;
      const shown = differences.slice(0, MOST_DIFFERENCES);
      changes.push({ ocid: release.ocid, releaseId: release.id, differences: shown, isCut });
    },
  };
}
