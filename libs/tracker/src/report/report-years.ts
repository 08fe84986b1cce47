import type { PlanRecord } from '../model/plan-record.js';

/** The years of which a report can be made, latest first: those of the plan's period, and those with a report of their own. */
export function reportYears({ plans, annualReports }: Pick<PlanRecord, 'plans' | 'annualReports'>): readonly number[] {
  const { earliest, latest } = plans[0]!.period;
  const [first, last] = [earliest, latest].map((day) => Number(day.slice(0, 4))) as [number, number];
  const own = annualReports.map(({ year }) => year);
  const years = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  return [...new Set([...years, ...own])].sort((one, other) => other - one);
}
