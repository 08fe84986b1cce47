import { buildReport, type ReportDocument } from '#tracker';
import type { TrackerPageView } from './tracker-page-view.js';

/** The years of which a report can be made: those of the plan's period, and those that have a report of their own. */
export function reportYears({ tracker: { plan } }: Pick<TrackerPageView, 'tracker'>): readonly number[] {
  const { earliest, latest } = plan.plans[0]!.period;
  const [first, last] = [earliest, latest].map((day) => Number(day.slice(0, 4))) as [number, number];
  const own = plan.annualReports.map(({ year }) => year);
  const years = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  return [...new Set([...years, ...own])].sort((one, other) => other - one);
}

/** The report of a year; undefined where the plan does not reach it. The measured lane is that of the page. */
export function annualReport(view: TrackerPageView, year: number): ReportDocument | undefined {
  if (!reportYears(view).includes(year)) return undefined;
  return buildReport(view.tracker.plan, { year, measurements: view.measurements });
}
