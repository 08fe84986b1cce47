import type { StatusEvent } from '#tracker';
import type { TrackedReport, TrackedReschedule } from '../tracker-view.js';
import type { GroundRow } from './load-rows.js';

type Absent = { readonly [Field in keyof TrackedReport]: TrackedReport[Field] | null };

/** A report as it stood on a day: under review until it was reviewed. */
export function reportAsOf(report: TrackedReport, until: string): TrackedReport {
  const { reviewer, reviewerOrganisation, reviewedOn, reviewNote, challenges, ...rest } = report as Absent;
  const told = { ...rest, ...(challenges !== null && { challenges }) };
  const reviewed = typeof reviewedOn === 'string' && reviewedOn <= until;
  if (!reviewed) return { ...told, review: 'pending' } as TrackedReport;
  const note = reviewNote === null ? {} : { reviewNote };
  return { ...told, reviewer, reviewerOrganisation, reviewedOn, ...note } as TrackedReport;
}

/** Every change of a date that the log tells. */
export function reschedulesOf(
  log: readonly StatusEvent[],
  grounds: readonly GroundRow[],
): readonly TrackedReschedule[] {
  const sessions = new Map(grounds.map(({ seq, session }) => [seq, session]));
  return log.flatMap(({ seq, entity, entityId, field, from, to, reason, effectiveOn }) => {
    if (entity !== 'milestone' || field !== 'currentDue' || to === null) return [];
    const session = sessions.get(seq);
    const told = { milestone: entityId, from, to, reason: reason ?? '', on: effectiveOn };
    return [session === undefined ? told : { ...told, session }];
  });
}
