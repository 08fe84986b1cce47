import type { Actor } from '#access';
import type { Outcome, TrackingDependencies } from './dependencies.js';
import { perform } from './perform.js';
import { recordIn } from './record-item.js';
import { recordedPlan } from './write-record.js';

export interface SessionInput {
  readonly plan: string;
  /** Of a session that is there, for its new version. */
  readonly id?: string | undefined;
  readonly name: string;
  /** Code of `sessionType`. */
  readonly type?: string | undefined;
  readonly ordinal?: number | undefined;
  /** ISO day, month or year. */
  readonly date?: string | undefined;
  readonly place?: string | undefined;
  readonly quorum?: string | undefined;
  readonly content?: readonly string[] | undefined;
  /** Id of a governing body; the plan's first where absent. */
  readonly body?: string | undefined;
  /** Of a new version. */
  readonly reason?: string | undefined;
}

/** Records a session of the body that governs the plan. */
export function recordSession(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan, reason, ...session }: SessionInput,
): Promise<Outcome<{ readonly id: string }>> {
  return perform(dependencies, person, { plan, actions: ['tracker:session'] }, async (work) => {
    const { governingBodies } = await recordedPlan(work);
    const body = session.body ?? governingBodies[0]?.id;
    return { id: await recordIn(work, 'sessions', { ...session, body }, reason) };
  });
}
