/** A third of a year: the longest that OGP Local lets a repository go without an update. */
export interface ReportingPeriod {
  /** `2025-C2`. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** The last day on which its report is in time. */
  readonly due: string;
}

/** Days after the end of a period in which its report is in time. */
const GRACE_DAYS = 15;
const DAY = 86_400_000;

/** The period in which an ISO day falls. */
export function periodOf(day: string): ReportingPeriod {
  return period(Number(day.slice(0, 4)), Math.ceil(Number(day.slice(5, 7)) / 4));
}

/** @returns undefined for what is no period */
export function readPeriod(id: string): ReportingPeriod | undefined {
  const found = /^(\d{4})-C([123])$/.exec(id);
  return found ? period(Number(found[1]), Number(found[2])) : undefined;
}

/** Every period that touches a span of ISO days, in order. */
export function periodsBetween(from: string, to: string): readonly ReportingPeriod[] {
  const periods: ReportingPeriod[] = [];
  for (let one = periodOf(from); one.from <= to; one = periodOf(dayAfter(one.to))) periods.push(one);
  return periods;
}

/** The periods whose report is due on an ISO day and is not there. */
export function overduePeriods(
  span: { readonly from: string; readonly to: string },
  reported: readonly string[],
  today: string,
): readonly ReportingPeriod[] {
  return periodsBetween(span.from, span.to).filter(({ id, due }) => due < today && !reported.includes(id));
}

/** Handed in after the last day of its period's time. */
export function isLateReport(periodId: string, day: string): boolean {
  const due = readPeriod(periodId)?.due;
  return due !== undefined && day > due;
}

function period(year: number, third: number): ReportingPeriod {
  const to = isoDay(Date.UTC(year, third * 4, 0));
  return {
    id: `${year}-C${third}`,
    from: isoDay(Date.UTC(year, third * 4 - 4, 1)),
    to,
    due: isoDay(Date.parse(to) + GRACE_DAYS * DAY),
  };
}

function dayAfter(day: string): string {
  return isoDay(Date.parse(day) + DAY);
}

function isoDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
