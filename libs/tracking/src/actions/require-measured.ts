import type { Work } from './perform.js';
import { deny } from './refused.js';
import { recordedPlan } from './write-record.js';

/** Sees that a commitment is one that this platform measures. @throws Refused NOT_MEASURABLE */
export async function requireMeasured(work: Work, commitment: string): Promise<void> {
  const { commitments } = await recordedPlan(work);
  const found = commitments.find(({ id }) => id === commitment);
  if (found && !found.measured) deny('NOT_MEASURABLE', { what: found.title });
}
