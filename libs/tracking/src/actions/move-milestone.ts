import type { Actor } from '#access';
import type { Outcome, TrackingDependencies } from './dependencies.js';
import { requireSession } from './grounds.js';
import { step, takeUp } from './milestone-step.js';
import { perform } from './perform.js';
import { optionalText } from './refused.js';

export interface MilestoneInput {
  readonly plan: string;
  readonly milestone: string;
}

export interface CancelInput extends MilestoneInput {
  readonly reason: string;
  /** Id of the session that agreed on it. */
  readonly session: string;
}

/** Begins a milestone. */
export function startMilestone(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan, milestone }: MilestoneInput,
): Promise<Outcome> {
  return perform(dependencies, person, { plan, actions: ['tracker:report'] }, async (work) => {
    const taken = await takeUp(work, milestone, 'implements');
    await taken.work.append(...step(taken, { type: 'start', on: work.on }));
    return {};
  });
}

/** Cancels a milestone, as a session agreed. */
export function cancelMilestone(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan, milestone, reason, session }: CancelInput,
): Promise<Outcome> {
  return perform(dependencies, person, { plan, actions: ['tracker:session'] }, async (work) => {
    const taken = await takeUp(work, milestone, 'accompanies');
    const why = optionalText(reason) ?? '';
    const changes = step(taken, { type: 'cancel', on: work.on, reason: why, session });
    const lines = await taken.work.append(...changes);
    await requireSession(taken.work, session, lines);
    return {};
  });
}

/** Closes a milestone that nobody reported as met when its plan ends. */
export function closeMilestone(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan, milestone }: MilestoneInput,
): Promise<Outcome> {
  return perform(dependencies, person, { plan, actions: ['tracker:session'] }, async (work) => {
    const taken = await takeUp(work, milestone, 'accompanies');
    await taken.work.append(...step(taken, { type: 'close', on: work.on }));
    return {};
  });
}
