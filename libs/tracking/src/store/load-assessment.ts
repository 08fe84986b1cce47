import type { EntityManager } from 'typeorm';
import type { Assessment, AssessmentReply, AssessmentState, CodeOf } from '#tracker';
import { implementersOf } from './load-milestone.js';

/** An assessment as the rules see it, and the record that is shown of it. */
export interface LoadedAssessment extends AssessmentState {
  readonly commitment: string;
  readonly body: Assessment;
}

interface Row {
  readonly commitment: string;
  readonly lane: CodeOf<'lane'>;
  readonly stage: CodeOf<'assessmentStage'>;
  readonly completion: CodeOf<'completion'> | null;
  readonly evidence: readonly string[];
  readonly body: Assessment & { readonly coiDeclaration?: string };
  readonly assessor: string;
  readonly organisation: string | null;
  readonly replyDue: string | null;
}

const FIND = `
SELECT commitment, lane, stage, completion, evidence, body, recorded_by AS assessor, organisation,
       reply_due::text AS "replyDue"
  FROM tracker_assessment WHERE plan_id = $1 AND id = $2`;

const REPLY = `
SELECT organisation, agrees, text, replied_on::text AS "on" FROM tracker_reply WHERE plan_id = $1 AND assessment = $2`;

/** @returns undefined where there is none: declarations of who implements, and drafts of others, are none */
export async function loadAssessment(
  manager: EntityManager,
  planId: string,
  id: string,
): Promise<LoadedAssessment | undefined> {
  const [row] = (await manager.query(FIND, [planId, id])) as Row[];
  if (!row || row.lane === 'autoevaluacion' || row.lane === 'medicion') return undefined;
  const { commitment, lane, stage, completion, evidence, body, assessor, organisation, replyDue } = row;
  const [reply] = (await manager.query(REPLY, [planId, id])) as AssessmentReply[];
  return {
    id,
    commitment,
    lane,
    stage,
    implementers: await implementersOf(manager, planId, commitment),
    assessor,
    organisation: organisation ?? '',
    completion: completion ?? 'sin_evidencia',
    narrative: body.narrative ?? '',
    evidence,
    body,
    ...(body.coiDeclaration !== undefined && { coiDeclaration: body.coiDeclaration }),
    ...(replyDue !== null && { replyDue }),
    ...(reply && { reply }),
  };
}
