import type { Actor } from '#access';
import type { Outcome, TrackingDependencies } from './dependencies.js';
import { perform } from './perform.js';
import { recordIn } from './record-item.js';
import { deny, reasonFrom } from './refused.js';
import { recordedPlan } from './write-record.js';

export interface ResolveInput {
  readonly plan: string;
  readonly issue: string;
  /** How, and why so; it is published. */
  readonly resolution: string;
}

/** Resolves facts in conflict; what was in doubt stays to be read. */
export function resolveIssue(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan, issue: id, resolution }: ResolveInput,
): Promise<Outcome> {
  return perform(dependencies, person, { plan, actions: ['tracker:resolve'] }, async (work) => {
    const { dataIssues } = await recordedPlan(work);
    const issue = dataIssues.find((one) => one.id === id) ?? deny('UNKNOWN', { what: id });
    if (issue.status === 'resuelta') return deny('TRANSITION', RESOLVED);
    const why = reasonFrom(resolution);
    await recordIn(work, 'dataIssues', { id, status: 'resuelta', resolution: why }, why);
    return {};
  });
}

const RESOLVED = { state: { es: 'resuelta', en: 'resolved' }, action: { es: 'resolver', en: 'resolve' } };
