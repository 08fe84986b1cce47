import type { Bilingual } from '#ocds';
import { type CodeOf, labelOf } from '../model/enumerations.js';
import { isDay } from '../model/partial-date.js';
import { type Actor, isBlank, refuseRole, type Role } from './actor.js';
import { type Decision, refuse, type StatusChange } from './refusal.js';

type Stage = CodeOf<'assessmentStage'>;

/** An assessment of a commitment by someone who does not implement it. */
export interface AssessmentState {
  readonly id: string;
  readonly lane: Exclude<CodeOf<'lane'>, 'autoevaluacion' | 'medicion'>;
  readonly stage: Stage;
  readonly implementers: readonly string[];
  readonly assessor: string;
  readonly organisation: string;
  readonly completion: CodeOf<'completion'>;
  readonly narrative: string;
  readonly evidence: readonly string[];
  readonly coiDeclaration?: string;
  /** Last ISO day to reply. */
  readonly replyDue?: string;
  readonly reply?: AssessmentReply;
  readonly supersededBy?: string;
}

export interface AssessmentReply {
  readonly organisation: string;
  readonly agrees: CodeOf<'replyAgreement'>;
  readonly text: string;
  readonly on: string;
}

export type AssessmentAction =
  | { readonly type: 'send'; readonly on: string; readonly replyDue: string }
  | { readonly type: 'reply'; readonly on: string; readonly agrees: CodeOf<'replyAgreement'>; readonly text: string }
  | { readonly type: 'finalise'; readonly on: string }
  | { readonly type: 'supersede'; readonly on: string; readonly by: string; readonly reason: string };

interface Rule {
  readonly says: Bilingual;
  readonly roles: readonly Role[];
  readonly from: readonly Stage[];
}

const ASSESSORS: readonly Role[] = ['monitor_itei', 'evaluador_externo'];

export const ASSESSMENT_RULES: Readonly<Record<AssessmentAction['type'], Rule>> = {
  send: { says: { es: 'enviar a réplica', en: 'send for reply' }, roles: ASSESSORS, from: ['draft'] },
  reply: { says: { es: 'replicar', en: 'reply' }, roles: ['implementador'], from: ['sent_for_reply'] },
  finalise: {
    says: { es: 'hacer definitiva', en: 'make final' },
    roles: ASSESSORS,
    from: ['sent_for_reply', 'replied'],
  },
  supersede: { says: { es: 'sustituir', en: 'supersede' }, roles: ASSESSORS, from: ['final'] },
};

/**
 * The state machine of an assessment: draft, sent for reply, replied, final; then only superseded by a new one, never
 * edited. Its assessor's organisation implements nothing of the commitment.
 */
export function decideAssessment(
  assessment: AssessmentState,
  action: AssessmentAction,
  actor: Actor,
): Decision<AssessmentState> {
  const { says, roles, from } = ASSESSMENT_RULES[action.type];
  const refused = refuseRole(actor, roles, says);
  if (refused) return refused;
  if (!from.includes(assessment.stage)) {
    return refuse('TRANSITION', { state: labelOf('assessmentStage', assessment.stage), action: says });
  }
  return action.type === 'reply' ? reply(assessment, action, actor) : assess(assessment, action, actor);
}

function reply(
  assessment: AssessmentState,
  { on, agrees, text }: Extract<AssessmentAction, { type: 'reply' }>,
  { organisation }: Actor,
): Decision<AssessmentState> {
  if (organisation === undefined || !assessment.implementers.includes(organisation)) return refuse('NOT_IMPLEMENTER');
  if (isBlank(text)) return refuse('TEXT');
  const { replyDue } = assessment;
  if (replyDue !== undefined && on > replyDue) return refuse('REPLY_LATE', { date: { es: replyDue, en: replyDue } });
  return moved({ ...assessment, reply: { organisation, agrees, text, on } }, assessment, 'replied');
}

function assess(
  assessment: AssessmentState,
  action: Exclude<AssessmentAction, { type: 'reply' }>,
  { organisation }: Actor,
): Decision<AssessmentState> {
  const { implementers, replyDue = '' } = assessment;
  const party = organisation === undefined || implementers.includes(organisation);
  if (party || implementers.includes(assessment.organisation)) return refuse('SAME_ORGANISATION');
  switch (action.type) {
    case 'send':
      return send(assessment, action);
    case 'finalise':
      if (assessment.stage === 'replied' || action.on > replyDue) return moved(assessment, assessment, 'final');
      return refuse('REPLY_OPEN', { date: { es: replyDue, en: replyDue } });
    case 'supersede':
      if (isBlank(action.reason)) return refuse('REASON');
      return moved({ ...assessment, supersededBy: action.by }, assessment, 'superseded', action.reason);
  }
}

function send(
  assessment: AssessmentState,
  { on, replyDue }: Extract<AssessmentAction, { type: 'send' }>,
): Decision<AssessmentState> {
  if (isBlank(assessment.narrative)) return refuse('TEXT');
  if (isBlank(assessment.coiDeclaration)) return refuse('CONFLICT_OF_INTEREST');
  if (assessment.completion === 'completo' && assessment.evidence.length === 0) return refuse('NO_EVIDENCE');
  if (!isDay(replyDue) || replyDue < on) return refuse('DATE', { date: { es: replyDue, en: replyDue } });
  return moved({ ...assessment, replyDue }, assessment, 'sent_for_reply');
}

function moved(
  changed: AssessmentState,
  { id, stage: from }: AssessmentState,
  to: Stage,
  reason?: string,
): Decision<AssessmentState> {
  const change: StatusChange = { entity: 'assessment', entityId: id, field: 'stage', from, to };
  return {
    ok: true,
    state: { ...changed, stage: to },
    changes: [reason === undefined ? change : { ...change, reason }],
  };
}
