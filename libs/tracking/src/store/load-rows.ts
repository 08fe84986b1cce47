import type { DataSource, EntityManager } from 'typeorm';
import type { CodeOf, Recorded, RecordKind, StatusEvent } from '#tracker';
import type { EvidenceFile, TrackedReply, TrackedReport } from '../tracker-view.js';
import { loadLog } from './load-log.js';
import { REPORTS } from './load-milestone.js';

/** The version in force of something recorded. */
export interface RecordRow {
  readonly kind: RecordKind;
  readonly body: Recorded;
}

/** Evidence as the rules see it. */
export interface EvidenceRow {
  readonly id: string;
  readonly withdrawnOn: string | null;
  readonly withdrawnReason: string | null;
}

/** An assessment as the rules see it; the days of its stages. */
export interface AssessmentRow {
  readonly id: string;
  readonly recordedBy: string;
  readonly commitment: string;
  readonly lane: CodeOf<'lane'>;
  readonly completion: CodeOf<'completion'> | null;
  readonly evidence: readonly string[];
  readonly replyDue: string | null;
  readonly sentOn: string | null;
  readonly repliedOn: string | null;
  readonly finalOn: string | null;
  readonly supersededOn: string | null;
  readonly supersededBy: string | null;
}

/** Which session agreed on what a line of the log tells. */
export interface GroundRow {
  readonly seq: number;
  readonly session: string;
}

/** Everything that a view is folded from. */
export interface TrackerRows {
  readonly records: readonly RecordRow[];
  readonly log: readonly StatusEvent[];
  readonly reports: readonly TrackedReport[];
  readonly evidence: readonly EvidenceRow[];
  readonly files: readonly EvidenceFile[];
  readonly assessments: readonly AssessmentRow[];
  readonly replies: readonly TrackedReply[];
  readonly grounds: readonly GroundRow[];
}

const RECORDS = `
SELECT kind, body FROM (
  SELECT DISTINCT ON (kind, id) kind, id, position, body, withdrawn FROM tracker_record
   WHERE plan_id = $1 AND ($2::date IS NULL OR effective_on <= $2::date)
   ORDER BY kind, id, version DESC) latest
 WHERE NOT withdrawn ORDER BY kind, position, id`;

const EVIDENCE = `
SELECT id, withdrawn_on::text AS "withdrawnOn", withdrawn_reason AS "withdrawnReason"
  FROM tracker_evidence WHERE plan_id = $1`;

const FILES = `
SELECT e.id AS evidence, e.sha256, f.mime, f.bytes, coalesce(e.file_name, e.id) AS "fileName"
  FROM tracker_evidence e JOIN tracker_file f USING (sha256)
 WHERE e.plan_id = $1 AND ($2::date IS NULL OR e.added_on <= $2::date) ORDER BY e.added_on, e.id`;

const ASSESSMENTS = `
SELECT id, recorded_by AS "recordedBy", commitment, lane, completion, evidence, reply_due::text AS "replyDue",
       sent_on::text AS "sentOn", replied_on::text AS "repliedOn", final_on::text AS "finalOn",
       superseded_on::text AS "supersededOn", superseded_by AS "supersededBy"
  FROM tracker_assessment WHERE plan_id = $1`;

const REPLIES = `
SELECT assessment, organisation, agrees, text, replied_on::text AS "on" FROM tracker_reply
 WHERE plan_id = $1 AND ($2::date IS NULL OR replied_on <= $2::date) ORDER BY replied_on, assessment`;

/** Reads what a plan's view is folded from, all of it of one moment. */
export async function loadRows(dataSource: DataSource, planId: string, asOf?: string): Promise<TrackerRows> {
  const day = asOf ?? null;
  return dataSource.transaction('REPEATABLE READ', async (manager) => ({
    records: await loadRecords(manager, planId, asOf),
    log: await loadLog({ manager }, planId, { asOf }),
    reports: (await manager.query(
      `${REPORTS} AND ($2::date IS NULL OR submitted_on <= $2::date) ORDER BY submitted_on, id`,
      [planId, day],
    )) as TrackedReport[],
    evidence: (await manager.query(EVIDENCE, [planId])) as EvidenceRow[],
    files: (await manager.query(FILES, [planId, day])) as EvidenceFile[],
    assessments: (await manager.query(ASSESSMENTS, [planId])) as AssessmentRow[],
    replies: (await manager.query(REPLIES, [planId, day])) as TrackedReply[],
    grounds: (await manager.query('SELECT seq, session_id AS session FROM tracker_ground WHERE plan_id = $1', [
      planId,
    ])) as GroundRow[],
  }));
}

/** What is recorded of a plan, each in the version in force. */
export async function loadRecords(
  manager: EntityManager,
  planId: string,
  asOf?: string,
): Promise<readonly RecordRow[]> {
  return (await manager.query(RECORDS, [planId, asOf ?? null])) as RecordRow[];
}
