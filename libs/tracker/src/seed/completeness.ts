import type { CodeOf } from '../model/enumerations.js';
import type { Recorded } from '../model/fact.js';
import type { PlanRecord, RecordKind } from '../model/plan-record.js';
import { expectedFields, RECORD_KINDS } from './seed-schema.js';

/** How many of the expected fields are there, and why the others are not. */
export interface Completeness {
  readonly expected: number;
  readonly reported: number;
  readonly missing: Readonly<Partial<Record<CodeOf<'nullReason'>, number>>>;
}

/** Of a whole plan, or of some of its kinds. */
export function completenessOf(plan: PlanRecord, kinds: readonly RecordKind[] = RECORD_KINDS): Completeness {
  let expected = 0;
  let reported = 0;
  const missing: Partial<Record<CodeOf<'nullReason'>, number>> = {};
  for (const kind of kinds) {
    for (const item of plan[kind] as readonly Recorded[]) {
      for (const field of expectedFields(kind)) {
        expected++;
        const reason = item.nulls[field];
        if (reason === undefined) reported++;
        else missing[reason] = (missing[reason] ?? 0) + 1;
      }
    }
  }
  return { expected, reported, missing };
}
