import type { Actor } from '#access';
import type { Outcome, TrackingDependencies } from './dependencies.js';
import { requireSession } from './grounds.js';
import { perform } from './perform.js';
import { headOf } from '../store/append-lines.js';
import { recordIn } from './record-item.js';
import { requireMeasured } from './require-measured.js';

export interface NewMilestoneInput {
  readonly plan: string;
  /** Of a milestone that is there, for its new version. */
  readonly id?: string | undefined;
  readonly commitment: string;
  readonly number?: string | undefined;
  readonly title: string;
  /** Code of `milestoneKind`; a meta where absent. */
  readonly kind?: string | undefined;
  /** Code of `milestoneMode`; declared where absent. Only of what this platform measures may it be measured. */
  readonly mode?: string | undefined;
  /** ISO day, month or year: it never changes once it is told. */
  readonly originalDue?: string | undefined;
  readonly indicator?: string | undefined;
  readonly target?: string | undefined;
  readonly verificationMeans?: string | undefined;
  readonly weight?: number | undefined;
  /** Id of the session that set it. */
  readonly session?: string | undefined;
  /** Of a new version. */
  readonly reason?: string | undefined;
}

/** Records a milestone of a commitment, scheduled. */
export function recordMilestone(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan, reason, kind = 'meta', mode = 'declared', session = '', ...milestone }: NewMilestoneInput,
): Promise<Outcome<{ readonly id: string }>> {
  return perform(dependencies, person, { plan, actions: ['tracker:session'] }, async (work) => {
    if (mode === 'measured') await requireMeasured(work, milestone.commitment);
    const id = await recordIn(work, 'milestones', { kind, mode, ...milestone }, reason);
    if (session !== '') await requireSession(work, session, [await headOf(work.manager, work.planId)]);
    return { id };
  });
}
