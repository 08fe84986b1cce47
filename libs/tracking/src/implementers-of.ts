import type { Commitment } from '#tracker';
import type { TrackerView } from './tracker-view.js';

/** The organisations that implement a commitment. */
export function implementersOf({ plan }: Pick<TrackerView, 'plan'>, commitment: string | undefined): readonly string[] {
  const found = plan.commitments.find(({ id }) => id === commitment);
  return found ? partiesOf(found) : [];
}

/** The responsible one first. */
export function partiesOf({ responsible, support = [] }: Commitment): readonly string[] {
  return responsible === undefined ? support : [responsible, ...support];
}
