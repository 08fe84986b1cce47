import { STAGES, dayOf, daysBetween, isReached, memberOf, membersOf, partOf, partsOf } from '#ocds';
import type { Contract, Day, Json, JsonObject, Release, Stage } from '#ocds';

export type EventKind =
  'requisition' | 'processStart' | 'tenderPeriod' | 'award' | 'signature' | 'contractPeriod' | 'payment';

/** Something with a date inside a stage: one day, or several from `day` to `until`. */
export interface StageEvent {
  readonly kind: EventKind;
  readonly day: Day;
  readonly until?: Day;
  /** How many awards, signatures or payments lie between the two days. */
  readonly count?: number;
  /** How many more have no date in the source. */
  readonly undated?: number;
}

/** One stage of the timeline. `since` counts from the nearest earlier stage with a date; negative means out of order. */
export interface StageEntry {
  readonly stage: Stage;
  readonly reached: boolean;
  /** Nothing published here although a later stage has content. */
  readonly skipped: boolean;
  readonly events: readonly StageEvent[];
  readonly since?: { readonly stage: Stage; readonly days: number };
}

/** The five stages with their dates, the days between them, and what is missing. */
export function timelineOf(release: Release): readonly StageEntry[] {
  const last = STAGES.findLastIndex((stage) => isReached(release, stage));
  const entries: StageEntry[] = [];
  for (const [index, stage] of STAGES.entries()) {
    const reached = isReached(release, stage);
    const events = EVENTS[stage](release);
    entries.push({ stage, reached, skipped: !reached && index < last, events, since: sinceOf(entries, events[0]) });
  }
  return entries;
}

const EVENTS: Readonly<Record<Stage, (release: Release) => readonly StageEvent[]>> = {
  planning: (release) => onDay('requisition', local(release)?.['purchaseRequisitionDate']),
  tender: (release) => [
    ...onDay('processStart', local(release)?.['startDateContractingProcess']),
    ...periodOf('tenderPeriod', partOf(release.tender)?.tenderPeriod),
  ],
  award: ({ awards }) =>
    spanOf(
      'award',
      partsOf(awards).map(({ date }) => date),
    ),
  contract: ({ contracts }) => [
    ...spanOf(
      'signature',
      partsOf(contracts).map(({ dateSigned }) => dateSigned),
    ),
    ...wholePeriodOf(partsOf(contracts)),
  ],
  implementation: ({ contracts }) => spanOf('payment', partsOf(contracts).flatMap(paymentDates)),
};

function sinceOf(earlier: readonly StageEntry[], event: StageEvent | undefined): StageEntry['since'] {
  const from = earlier.findLast(({ events }) => events.length > 0);
  const start = from?.events[0]?.day;
  if (from === undefined || start === undefined || event === undefined) return undefined;
  const days = daysBetween(start, event.day);
  return days === undefined ? undefined : { stage: from.stage, days };
}

// Members that Jalisco's publication of 2017 adds to every release.
function local(release: Release): JsonObject | undefined {
  return memberOf(release, 'additionalProcessInformation');
}

function onDay(kind: EventKind, date: Json | undefined): readonly StageEvent[] {
  const day = dayOf(date);
  return day === undefined ? [] : [{ kind, day }];
}

function periodOf(kind: EventKind, period: JsonObject | undefined): readonly StageEvent[] {
  const [start, end] = [dayOf(partOf(period)?.['startDate']), dayOf(partOf(period)?.['endDate'])];
  const day = start ?? end;
  if (day === undefined) return [];
  return [{ kind, day, until: start === undefined ? undefined : end }];
}

function wholePeriodOf(contracts: readonly Contract[]): readonly StageEvent[] {
  const starts = daysOf(contracts.map(({ period }) => partOf(period)?.startDate));
  const ends = daysOf(contracts.map(({ period }) => partOf(period)?.endDate));
  const [day, until] = [starts[0], ends.at(-1)];
  return day === undefined || until === undefined ? [] : [{ kind: 'contractPeriod', day, until }];
}

function paymentDates({ implementation }: Contract): readonly (Json | undefined)[] {
  return membersOf(implementation, 'transactions').map(({ date }) => date);
}

function spanOf(kind: EventKind, dates: readonly (Json | undefined)[]): readonly StageEvent[] {
  const days = daysOf(dates);
  const [day, until] = [days[0], days.at(-1)];
  if (day === undefined) return [];
  return [
    { kind, day, until: until === day ? undefined : until, count: days.length, undated: dates.length - days.length },
  ];
}

function daysOf(dates: readonly (Json | undefined)[]): readonly Day[] {
  return dates
    .map(dayOf)
    .filter((day) => day !== undefined)
    .toSorted();
}
