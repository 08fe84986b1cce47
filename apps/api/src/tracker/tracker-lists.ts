import { lanesOf, type Measurement, type PartialDate, type Recorded } from '#tracker';
import type { TrackerView } from '#tracking';

type List = (view: TrackerView, measured: ReadonlyMap<string, Measurement>) => readonly object[];

/** Lists of a plan, by the name in their address. */
export const TRACKER_LISTS: Readonly<Record<string, List>> = {
  commitments: ({ plan }) => plan.commitments,
  lanes: ({ plan }, measured) =>
    plan.commitments.map(({ id, number }) => ({
      commitment: id,
      number,
      ...lanesOf(plan, id, measured.get(id)),
    })),
  milestones: ({ plan }) => plan.milestones,
  'metric-rules': ({ plan }) => plan.metricRules,
  reports: ({ progress }) => progress,
  reschedules: ({ reschedules }) => reschedules,
  evidence: ({ plan, files }) =>
    plan.evidence.map((one) => ({ ...one, file: files.find(({ evidence }) => evidence === one.id) ?? null })),
  'withdrawn-evidence': ({ withdrawn }) => withdrawn,
  assessments: ({ plan, terms }) =>
    plan.assessments.map((one) => ({ ...one, terms: terms.find(({ assessment }) => assessment === one.id) ?? null })),
  replies: ({ replies }) => replies,
  sessions: ({ plan }) => plan.sessions,
  agreements: ({ plan }) => plan.agreements,
  committees: ({ plan }) => plan.committees,
  events: ({ plan }) => plan.events,
  funds: ({ plan }) => plan.funds,
  organisations: ({ plan }) => plan.organisations,
  programmes: ({ plan }) => plan.programmes,
  sites: ({ plan }) => plan.programmeSites,
  members: ({ plan }) =>
    plan.seats.map((seat) => ({
      ...seat,
      members: plan.memberships
        .filter((held) => held.seat === seat.id)
        .map((held) => ({ ...held, name: nameOf(plan.people, held.person) })),
    })),
  issues: ({ plan }) => plan.dataIssues,
  assertions: ({ plan }) => plan.assertions,
  sources: ({ plan }) => plan.sources,
};

function nameOf(people: readonly (Recorded & { readonly name: string })[], person: string): string | null {
  return people.find(({ id }) => id === person)?.name ?? null;
}

/** Those of a list that have these values; a filter that its kind has not lets nothing through. */
export function filtered(items: readonly object[], filters: Readonly<Record<string, string | undefined>>) {
  const asked = Object.entries(filters).filter(([, value]) => value !== undefined);
  return items.filter((item) =>
    asked.every(([name, value]) => (item as Readonly<Record<string, unknown>>)[name] === value),
  );
}

interface Dated {
  readonly originalDue?: PartialDate;
  readonly currentDue?: PartialDate;
  readonly due?: PartialDate;
}

/** Those of a list whose date in force is before a day, by the last day that it may mean; what has no date is not. */
export function dueBefore(items: readonly object[], day: string) {
  return items.filter((item) => {
    const { currentDue, originalDue, due } = item as Dated;
    const date = currentDue ?? originalDue ?? due;
    return date !== undefined && date.latest < day;
  });
}
