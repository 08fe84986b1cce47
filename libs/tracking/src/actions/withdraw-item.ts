import type { Actor } from '#access';
import type { Recorded, RecordKind } from '#tracker';
import type { Outcome, TrackingDependencies } from './dependencies.js';
import { perform } from './perform.js';
import { deny, reasonFrom } from './refused.js';
import { recordedPlan, writeRecord } from './write-record.js';

export interface WithdrawItemInput {
  readonly plan: string;
  readonly kind: string;
  readonly id: string;
  readonly reason: string;
}

/** What may be withdrawn as a whole: what nothing else stands on. */
const KINDS: ReadonlySet<string> = new Set(['sessions', 'agreements', 'events', 'documents', 'assertions', 'channels']);

/** Takes something recorded by mistake out of sight; every version of it stays in the history, with the reason. */
export function withdrawItem(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan, kind, id, reason }: WithdrawItemInput,
): Promise<Outcome> {
  return perform(dependencies, person, { plan, actions: ['tracker:session'] }, async (work) => {
    if (!KINDS.has(kind)) return deny('NOT_RECORDED_HERE', { what: kind });
    const recorded = await recordedPlan(work);
    const body = (recorded[kind as RecordKind] as readonly Recorded[]).find((one) => one.id === id);
    if (!body) return deny('UNKNOWN', { what: id });
    const why = reasonFrom(reason);
    await work.append(await writeRecord(work, kind as RecordKind, body, { reason: why, withdrawn: true }));
    return {};
  });
}
