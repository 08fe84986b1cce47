import type { Actor } from '#access';
import type { Outcome, TrackingDependencies } from './dependencies.js';
import { step, takeUp } from './milestone-step.js';
import { perform, type Work } from './perform.js';
import { deny, optionalText, reasonFrom } from './refused.js';

export interface WithdrawEvidenceInput {
  readonly plan: string;
  readonly evidence: string;
  readonly reason: string;
}

interface Row {
  readonly target: string;
  readonly recordedBy: string;
  readonly milestone: string | null;
}

const FIND = `
SELECT e.target, e.recorded_by AS "recordedBy", m.id AS milestone
  FROM tracker_evidence e LEFT JOIN tracker_milestone m ON m.plan_id = e.plan_id AND m.id = e.target
 WHERE e.plan_id = $1 AND e.id = $2 AND e.withdrawn_on IS NULL`;

/** Withdraws evidence, with a reason; a milestone that is left without any is in progress again. */
export function withdrawEvidence(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan, evidence, reason }: WithdrawEvidenceInput,
): Promise<Outcome> {
  const actions = ['tracker:report', 'tracker:session', 'tracker:assess'] as const;
  return perform(dependencies, person, { plan, actions }, async (work) => {
    const [row] = (await work.manager.query(FIND, [plan, evidence])) as Row[];
    if (!row) return deny('UNKNOWN', { what: evidence });
    if (row.milestone === null) return fromElsewhere(work, evidence, row, reason);
    const taken = await takeUp(work, row.milestone, 'implements');
    const why = optionalText(reason) ?? '';
    await taken.work.append(...step(taken, { type: 'withdraw', on: work.on, evidence, reason: why }));
    return {};
  });
}

/** Of what is no milestone: who added it, or the secretariat. */
async function fromElsewhere(work: Work, evidence: string, { recordedBy }: Row, reason: string): Promise<object> {
  if (work.actor.role !== 'secretariado' && work.actor.id !== recordedBy) return deny('UNKNOWN_EVIDENCE');
  const change = { entity: 'evidence', entityId: evidence, field: 'withdrawn', from: null, to: work.on };
  await work.append({ ...change, reason: reasonFrom(reason) });
  return {};
}
