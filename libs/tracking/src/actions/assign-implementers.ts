import type { Actor } from '#access';
import { bringOrganisation } from './bring-organisation.js';
import type { Outcome, TrackingDependencies } from './dependencies.js';
import { perform } from './perform.js';
import { recordIn } from './record-item.js';
import { deny, reasonFrom } from './refused.js';
import { recordedPlan } from './write-record.js';

export interface AssignInput {
  readonly plan: string;
  readonly commitment: string;
  /** Ids of organisations, of the plan or of the platform. */
  readonly responsible: string;
  readonly support?: readonly string[] | undefined;
  readonly reason: string;
}

/** Says which organisations implement a commitment: who reports and replies for it. */
export function assignImplementers(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan, commitment: id, responsible, support = [], reason }: AssignInput,
): Promise<Outcome> {
  return perform(dependencies, person, { plan, actions: ['tracker:session'] }, async (work) => {
    const { commitments } = await recordedPlan(work);
    if (!commitments.some((one) => one.id === id)) return deny('UNKNOWN', { what: id });
    const why = reasonFrom(reason);
    for (const organisation of new Set([responsible, ...support])) await bringOrganisation(work, organisation);
    await recordIn(work, 'commitments', { id, responsible, support }, why);
    return {};
  });
}
