import type { Assessment, CodeOf, PlanRecord } from '#tracker';
import { checkItem } from '#tracker';
import { proofsOf } from '../store/load-milestone.js';
import type { Work } from './perform.js';
import { codeFrom, deny, optionalText } from './refused.js';
import { recordedHere } from './write-record.js';

/** What an assessor says, and what a draft may still lack. */
export interface DraftInput {
  /** Code of `completion`. */
  readonly completion?: string | undefined;
  readonly narrative?: string | undefined;
  /** That there is no conflict of interest, or which. */
  readonly coiDeclaration?: string | undefined;
  /** Ids of evidence of the commitment or of its milestones. */
  readonly evidence?: readonly string[] | undefined;
}

/** A draft as it is stored. */
export interface Draft {
  readonly completion: CodeOf<'completion'> | null;
  readonly evidence: readonly string[];
  readonly body: Assessment;
}

type Fixed = Pick<Assessment, 'id' | 'lane'> & { readonly commitment: string; readonly organisation: string };

/** Checks what a draft says. @throws Refused CODE, TOO_LONG, UNKNOWN_EVIDENCE, FORM */
export async function draftFrom(work: Work, plan: PlanRecord, fixed: Fixed, input: DraftInput): Promise<Draft> {
  const targets = [
    fixed.commitment,
    ...plan.milestones.flatMap((one) => (one.commitment === fixed.commitment ? [one.id] : [])),
  ];
  const proofs = await proofsOf(work.manager, work.planId, targets);
  const evidence = [...new Set(input.evidence ?? [])];
  if (evidence.some((id) => !proofs.includes(id))) deny('UNKNOWN_EVIDENCE');
  const completion = optionalText(input.completion);
  const level = completion === undefined ? undefined : codeFrom('completion', completion);
  const { name } = plan.organisations.find(({ id }) => id === fixed.organisation) ?? { name: fixed.organisation };
  const texts = { narrative: optionalText(input.narrative), coiDeclaration: optionalText(input.coiDeclaration) };
  const written = {
    ...recordedHere(work.on),
    ...fixed,
    stage: 'draft',
    assessor: name,
    ...(level && { completion: level }),
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)),
  };
  const { item, faults } = checkItem(plan, 'assessments', written);
  if (!item) return deny('FORM', { what: faults[0]!.message });
  return { completion: level ?? null, evidence, body: item as Assessment };
}

/** Keeps a new draft. */
export async function keepDraft(
  { manager, planId, actor, on }: Work,
  { completion, evidence, body: { id, commitment, lane, ...body } }: Draft,
): Promise<void> {
  await manager.query(
    `INSERT INTO tracker_assessment (plan_id, id, commitment, lane, completion, evidence, body, recorded_by, organisation,
       started_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      planId,
      id,
      commitment,
      lane,
      completion,
      evidence,
      JSON.stringify({ id, commitment, lane, ...body }),
      actor.id,
      actor.organisation,
      on,
    ],
  );
}
