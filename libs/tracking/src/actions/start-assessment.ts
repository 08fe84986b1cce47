import type { Actor } from '#access';
import { type CodeOf, PLATFORM_SOURCE, refuse, type Role } from '#tracker';
import { implementersOf } from '../store/load-milestone.js';
import { loadAssessment } from '../store/load-assessment.js';
import { draftFrom, type DraftInput, keepDraft } from './assessment-draft.js';
import type { Outcome, TrackingDependencies } from './dependencies.js';
import { newId } from './new-id.js';
import { perform, type Work } from './perform.js';
import { codeFrom, deny, Refused } from './refused.js';
import { sendIn } from './send-for-reply.js';
import { recordedPlan } from './write-record.js';

export interface AssessmentInput extends DraftInput {
  readonly plan: string;
  readonly commitment: string;
  /** Code of `lane`; the one of the assessor's role where absent. */
  readonly lane?: string | undefined;
  /** Last ISO day to reply: it is sent at once then. */
  readonly replyDue?: string | undefined;
}

export interface EditDraftInput extends DraftInput {
  readonly plan: string;
  readonly assessment: string;
}

/** Begins an assessment of a commitment: a draft that only its author reads, until it is sent for reply. */
export function startAssessment(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan: planId, commitment, lane, replyDue, ...input }: AssessmentInput,
): Promise<Outcome<{ readonly assessment: string }>> {
  return perform(dependencies, person, { plan: planId, actions: ['tracker:assess'] }, async (work) => {
    const plan = await recordedPlan(work);
    if (!plan.commitments.some(({ id }) => id === commitment)) return deny('UNKNOWN', { what: commitment });
    const implementers = await implementersOf(work.manager, planId, commitment);
    const acting = work.preferring((one) => !implementers.includes(one));
    const organisation = outsider(acting, implementers);
    const id = newId('eva');
    const fixed = { id, commitment, organisation, lane: laneFrom(acting.actor.role, lane) };
    const known = { ...plan, organisations: [...plan.organisations, ...(await ownOrganisation(acting, organisation))] };
    await keepDraft(acting, await draftFrom(acting, known, fixed, input));
    if (replyDue !== undefined && replyDue !== '') await sendIn(acting, id, replyDue);
    return { assessment: id };
  });
}

/** Says a draft anew, whole. */
export function editDraft(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan: planId, assessment: id, ...input }: EditDraftInput,
): Promise<Outcome> {
  return perform(dependencies, person, { plan: planId, actions: ['tracker:assess'] }, async (work) => {
    const before = (await loadAssessment(work.manager, planId, id)) ?? deny('UNKNOWN', { what: id });
    if (before.stage !== 'draft' || before.assessor !== work.actor.id) return deny('EDITED');
    const { commitment, organisation, lane } = before;
    const plan = await recordedPlan(work);
    const known = { ...plan, organisations: [...plan.organisations, ...(await ownOrganisation(work, organisation))] };
    const { completion, evidence, body } = await draftFrom(work, known, { id, commitment, organisation, lane }, input);
    await work.manager.query(
      'UPDATE tracker_assessment SET completion = $3, evidence = $4, body = $5 WHERE plan_id = $1 AND id = $2',
      [planId, id, completion, evidence, JSON.stringify(body)],
    );
    return {};
  });
}

const LANES: Readonly<Partial<Record<Role, readonly CodeOf<'lane'>[]>>> = {
  monitor_itei: ['itei', 'comite'],
  evaluador_externo: ['evaluacion_externa', 'irm'],
};

function laneFrom(role: Role, lane: string | undefined) {
  const lanes = LANES[role]!;
  const wanted = lane === undefined || lane === '' ? lanes[0]! : codeFrom('lane', lane);
  const list = { es: 'los carriles de este papel', en: 'the lanes of this role' };
  return lanes.includes(wanted) ? wanted : deny('CODE', { what: wanted, list, codes: lanes.join(', ') });
}

function outsider({ actor: { organisation } }: Work, implementers: readonly string[]): string {
  if (organisation !== undefined && !implementers.includes(organisation)) return organisation;
  throw new Refused(refuse('SAME_ORGANISATION').refusal);
}

/** A draft leaves no trace in the plan: its organisation is brought in when it is sent. */
async function ownOrganisation({ manager, on }: Work, id: string) {
  const [known] = (await manager.query('SELECT name FROM organisation WHERE id = $1', [id])) as { name: string }[];
  const from = { source: PLATFORM_SOURCE, kind: 'textual', note: on } as const;
  return known ? [{ id, name: known.name, from, fieldFrom: {}, nulls: {} }] : [];
}
