import type { Assessment, CodeOf, PlanRecord } from '#tracker';
import type { AssessmentTerms, TrackedReply } from '../tracker-view.js';
import type { AssessmentRow } from './load-rows.js';

/** An assessment at the stage where it was on a day; its record is there since it was sent, or as a seed tells it. */
export function foldAssessment(
  recorded: Assessment,
  row: AssessmentRow | undefined,
  { until, replies }: { readonly until: string; readonly replies: readonly TrackedReply[] },
): Assessment {
  if (!row) return recorded;
  const reply = replies.find(({ assessment }) => assessment === recorded.id);
  const { assessment: _, organisation: __, ...said } = reply ?? {};
  return {
    ...recorded,
    stage: stageOn(row, until) ?? recorded.stage,
    ...(row.completion !== null && row.recordedBy !== 'system:import' && { completion: row.completion }),
    ...(reply && { reply: said as NonNullable<Assessment['reply']> }),
  };
}

function stageOn(row: AssessmentRow, until: string): CodeOf<'assessmentStage'> | undefined {
  const by = (day: string | null) => day !== null && day <= until;
  if (by(row.supersededOn)) return 'superseded';
  if (by(row.finalOn)) return 'final';
  if (by(row.repliedOn)) return 'replied';
  return by(row.sentOn) ? 'sent_for_reply' : undefined;
}

export function termsOf(
  { id, replyDue, evidence, supersededBy }: AssessmentRow,
  { assessments }: PlanRecord,
): AssessmentTerms {
  const { coiDeclaration } = (assessments.find((one) => one.id === id) ?? {}) as { coiDeclaration?: string };
  return {
    assessment: id,
    evidence,
    ...(replyDue !== null && { replyDue }),
    ...(coiDeclaration !== undefined && { coiDeclaration }),
    ...(supersededBy !== null && { supersededBy }),
  };
}
