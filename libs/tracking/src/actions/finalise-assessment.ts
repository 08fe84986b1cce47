import type { Actor } from '#access';
import { decideAssessment } from '#tracker';
import { loadAssessment } from '../store/load-assessment.js';
import type { Outcome, TrackingDependencies } from './dependencies.js';
import { perform } from './perform.js';
import { decided, deny, optionalText } from './refused.js';

export interface FinaliseInput {
  readonly plan: string;
  readonly assessment: string;
}

export interface SupersedeInput extends FinaliseInput {
  /** Id of the final assessment of the same commitment that takes its place. */
  readonly by: string;
  readonly reason: string;
}

/** Makes an assessment final: after the reply, or when the time to reply is over. */
export function finaliseAssessment(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan, assessment: id }: FinaliseInput,
): Promise<Outcome> {
  return perform(dependencies, person, { plan, actions: ['tracker:assess'] }, async (work) => {
    const assessment = (await loadAssessment(work.manager, plan, id)) ?? deny('UNKNOWN', { what: id });
    const acting = work.preferring((organisation) => organisation === assessment.organisation);
    if (acting.actor.organisation !== assessment.organisation) return deny('EDITED');
    await acting.append(
      ...decided(decideAssessment(assessment, { type: 'finalise', on: work.on }, acting.actor)).changes,
    );
    return {};
  });
}

/** Puts another final assessment in the place of a final one; both stay to be read. */
export function supersedeAssessment(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan, assessment: id, by, reason }: SupersedeInput,
): Promise<Outcome> {
  return perform(dependencies, person, { plan, actions: ['tracker:assess'] }, async (work) => {
    const assessment = (await loadAssessment(work.manager, plan, id)) ?? deny('UNKNOWN', { what: id });
    const next = await loadAssessment(work.manager, plan, by);
    const fits = next && by !== id && next.stage === 'final' && next.commitment === assessment.commitment;
    if (!fits || next.lane !== assessment.lane) return deny('UNKNOWN', { what: by });
    const acting = work.preferring((organisation) => organisation === assessment.organisation);
    if (acting.actor.organisation !== assessment.organisation) return deny('EDITED');
    const action = { type: 'supersede', on: work.on, by, reason: optionalText(reason) ?? '' } as const;
    const { changes } = decided(decideAssessment(assessment, action, acting.actor));
    await acting.append(...changes.map((change) => ({ ...change, evidence: [by] })));
    return {};
  });
}
