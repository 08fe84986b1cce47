import { NotFoundException } from '@nestjs/common';
import type { Commitment } from '#tracker';
import type { TrackerPageView } from './tracker-page-view.js';

/** The commitment of a plan that has this number, as it stands in an address. @throws NotFoundException when none has */
export function numberedCommitment({ tracker }: Pick<TrackerPageView, 'tracker'>, number: string): Commitment {
  const commitment = tracker.plan.commitments.find((one) => String(one.number) === number);
  if (!commitment) throw new NotFoundException(`El plan no tiene un compromiso ${number}.`);
  return commitment;
}
