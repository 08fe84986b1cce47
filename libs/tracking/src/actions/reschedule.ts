import type { Actor } from '#access';
import type { Outcome, TrackingDependencies } from './dependencies.js';
import { requireSession } from './grounds.js';
import { step, takeUp } from './milestone-step.js';
import { perform } from './perform.js';
import { optionalText } from './refused.js';

export interface RescheduleInput {
  readonly plan: string;
  readonly milestone: string;
  /** ISO day. */
  readonly to: string;
  readonly reason: string;
  /** Id of the session that agreed on it. */
  readonly session?: string | undefined;
}

/** Gives a milestone another date; the original one stays. */
export function reschedule(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan, milestone, to, reason, session }: RescheduleInput,
): Promise<Outcome> {
  return perform(dependencies, person, { plan, actions: ['tracker:session'] }, async (work) => {
    const taken = await takeUp(work, milestone, 'accompanies');
    const changes = step(taken, { type: 'reschedule', on: work.on, to, reason: optionalText(reason) ?? '' });
    const lines = await taken.work.append(...changes);
    if (session !== undefined && session !== '') await requireSession(taken.work, session, lines);
    return {};
  });
}
