import type { Actor } from '#access';
import type { Outcome, TrackingDependencies } from './dependencies.js';
import { perform } from './perform.js';
import { recordIn } from './record-item.js';
import { codeFrom, deny, optionalText, reasonFrom } from './refused.js';
import { recordedPlan } from './write-record.js';

export interface AgreementInput {
  readonly plan: string;
  /** Of an agreement that is there, for its new version. */
  readonly id?: string | undefined;
  readonly session: string;
  readonly number?: string | undefined;
  readonly title: string;
  readonly text: string;
  /** Id of an organisation of the plan. */
  readonly responsible?: string | undefined;
  /** ISO day, month or year. */
  readonly due?: string | undefined;
  /** Of a new version. */
  readonly reason?: string | undefined;
}

export interface AgreementStateInput {
  readonly plan: string;
  readonly agreement: string;
  /** Code of `agreementState`. */
  readonly state: string;
  readonly result?: string | undefined;
  readonly reason: string;
}

/** Records what a session agreed on; it is pending until told otherwise. */
export function recordAgreement(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan, reason, ...agreement }: AgreementInput,
): Promise<Outcome<{ readonly id: string }>> {
  return perform(dependencies, person, { plan, actions: ['tracker:session'] }, async (work) => {
    const isNew = !agreement.id;
    return { id: await recordIn(work, 'agreements', { ...agreement, ...(isNew && { state: 'pendiente' }) }, reason) };
  });
}

/** Tells what became of an agreement, and why. */
export function setAgreementState(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan, agreement: id, state, result, reason }: AgreementStateInput,
): Promise<Outcome> {
  return perform(dependencies, person, { plan, actions: ['tracker:session'] }, async (work) => {
    const { agreements } = await recordedPlan(work);
    if (!agreements.some((one) => one.id === id)) return deny('UNKNOWN', { what: id });
    const told = { id, state: codeFrom('agreementState', state), result: optionalText(result) };
    await recordIn(work, 'agreements', told, reasonFrom(reason));
    return {};
  });
}
