import type { Actor } from '#access';
import { type Assessment, type CodeOf, type Declaration, decideDeclaration } from '#tracker';
import { implementersOf } from '../store/load-milestone.js';
import { draftFrom, keepDraft } from './assessment-draft.js';
import { bringOrganisation } from './bring-organisation.js';
import type { Outcome, TrackingDependencies } from './dependencies.js';
import { newId } from './new-id.js';
import { perform, type Work } from './perform.js';
import { codeFrom, decided, deny, optionalText } from './refused.js';
import { recordedPlan, writeRecord } from './write-record.js';

export interface DeclareInput {
  readonly plan: string;
  readonly commitment: string;
  /** Code of `completion`. */
  readonly completion: string;
  readonly text: string;
  /** Ids of evidence of the commitment or of its milestones. */
  readonly evidence?: readonly string[] | undefined;
}

/** Declares how far a commitment is complete, for an organisation that implements it. It supersedes the one before. */
export function declareCompletion(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan: planId, commitment, text, evidence = [], ...input }: DeclareInput,
): Promise<Outcome<{ readonly assessment: string }>> {
  return perform(dependencies, person, { plan: planId, actions: ['tracker:report'] }, async (work) => {
    const { commitments } = await recordedPlan(work);
    if (!commitments.some(({ id }) => id === commitment)) return deny('UNKNOWN', { what: commitment });
    const implementers = await implementersOf(work.manager, planId, commitment);
    const acting = work.preferring((organisation) => implementers.includes(organisation));
    const completion = codeFrom('completion', input.completion);
    const declaration: Declaration = {
      commitment,
      completion,
      text: optionalText(text) ?? '',
      evidence,
      legacyDeclared: false,
    };
    const previous = await previousOf(work, commitment);
    const terms = { implementers, ...(previous && { previous: { ...declaration, completion: previous } }) };
    const { changes } = decided(decideDeclaration(declaration, terms, acting.actor));
    const plan = await bringOrganisation(acting, acting.actor.organisation!);
    const fixed = {
      id: newId('dec'),
      commitment,
      lane: 'autoevaluacion',
      organisation: acting.actor.organisation!,
    } as const;
    const draft = await draftFrom(acting, plan, fixed, { completion, narrative: text, evidence });
    await keepDraft(acting, draft);
    const body: Assessment = { ...draft.body, stage: 'final' };
    const content = await writeRecord(acting, 'assessments', body);
    await acting.append({ ...content, entity: 'assessment' }, ...changes);
    return { assessment: fixed.id };
  });
}

async function previousOf({ manager, planId }: Work, commitment: string): Promise<CodeOf<'completion'> | undefined> {
  const [row] = (await manager.query(
    `SELECT completion FROM tracker_assessment WHERE plan_id = $1 AND commitment = $2 AND lane = 'autoevaluacion'
        AND stage = 'final' ORDER BY final_on DESC NULLS LAST LIMIT 1`,
    [planId, commitment],
  )) as { completion: CodeOf<'completion'> | null }[];
  return row?.completion ?? undefined;
}
