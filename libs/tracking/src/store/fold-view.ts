import { type Assessment, type Evidence, type Milestone, type PlanRecord, RECORD_KINDS } from '#tracker';
import type { TrackerView } from '../tracker-view.js';
import { foldAssessment, termsOf } from './fold-assessment.js';
import { foldMilestone } from './fold-milestone.js';
import type { EvidenceRow, RecordRow, TrackerRows } from './load-rows.js';
import { withPlatformSource } from './platform-source.js';
import { reportAsOf, reschedulesOf } from './as-of.js';

/** A view from its rows: what was withdrawn or comes after the day asked is not in it. */
export function foldView(rows: TrackerRows, known: { readonly version: string; readonly asOf?: string }): TrackerView {
  const { log, files, grounds } = rows;
  const until = known.asOf ?? LAST_DAY;
  const gone = new Map(
    rows.evidence.flatMap((one) => (one.withdrawnOn !== null && one.withdrawnOn <= until ? [[one.id, one]] : [])),
  );
  const recorded = planOf(rows.records);
  const stages = new Map(rows.assessments.map((one) => [one.id, one]));
  const plan: PlanRecord = {
    ...recorded,
    milestones: recorded.milestones.map((one: Milestone) => foldMilestone(one, log)),
    evidence: recorded.evidence.filter(({ id }) => !gone.has(id)),
    assessments: recorded.assessments.map((one: Assessment) =>
      foldAssessment(one, stages.get(one.id), { until, replies: rows.replies }),
    ),
  };
  return {
    plan,
    log,
    progress: inOrder(rows).map((one) => reportAsOf(one, until)),
    reschedules: reschedulesOf(log, grounds),
    replies: rows.replies,
    withdrawn: recorded.evidence.flatMap((one) => (gone.has(one.id) ? [withdrawnOf(one, gone.get(one.id)!)] : [])),
    files,
    terms: plan.assessments.flatMap(({ id }) => (stages.has(id) ? [termsOf(stages.get(id)!, recorded)] : [])),
    grounds: grounds.map(({ seq, session }) => ({ line: seq, session })),
    ...known,
  };
}

/** As they were handed in, those of one day too: the log tells which came first. */
function inOrder({ reports, log }: TrackerRows): TrackerRows['reports'] {
  const seqs = new Map(log.flatMap(({ entity, entityId, seq }) => (entity === 'report' ? [[entityId, seq]] : [])));
  return reports.toSorted((one, other) => (seqs.get(one.id) ?? 0) - (seqs.get(other.id) ?? 0));
}

const LAST_DAY = '9999-12-31';

/** Everything recorded, by kind. */
export function planOf(records: readonly RecordRow[]): PlanRecord {
  const lists = RECORD_KINDS.map((kind) => [kind, records.flatMap((row) => (row.kind === kind ? [row.body] : []))]);
  return withPlatformSource(Object.fromEntries(lists) as unknown as PlanRecord);
}

function withdrawnOf({ id, target, title }: Evidence, { withdrawnOn, withdrawnReason }: EvidenceRow) {
  return { evidence: id, target, title, reason: withdrawnReason ?? '', on: withdrawnOn! };
}
