import type { StatusEvent } from '../log/status-event.js';
import type { Milestone } from '../model/commitment.js';
import type { PlanRecord } from '../model/plan-record.js';
import { metasOf } from './metas-of.js';
import type { ProgressReport } from './milestone-state.js';
import { periodOf, readPeriod, type ReportingPeriod } from './reporting-calendar.js';

/** A report that somebody owes: of the last period that is over. */
export interface DueReport {
  readonly milestone: Milestone;
  readonly period: ReportingPeriod;
  /** Its time is over too. */
  readonly overdue: boolean;
}

/** What a plan's reports are told from; a `TrackerView` is one. */
export interface Reported {
  readonly plan: Pick<PlanRecord, 'plans' | 'milestones'>;
  readonly log: readonly Pick<StatusEvent, 'entity' | 'entityId' | 'effectiveOn'>[];
  readonly progress: readonly (Pick<ProgressReport, 'period' | 'review'> & { readonly milestone: string })[];
}

/**
 * The reports that are due on an ISO day, of milestones that are still open and are followed by what people report. A
 * milestone owes them from the period in which it was recorded here; a returned report does not count.
 */
export function dueReports(reported: Reported, today: string): readonly DueReport[] {
  const period = periodBefore(today);
  return metasOf(reported.plan).flatMap((milestone) => {
    if (!isOpen(milestone) || since(milestone, reported) > period.to) return [];
    const told = reported.progress.some(
      (one) => one.milestone === milestone.id && one.period === period.id && one.review !== 'returned',
    );
    return told ? [] : [{ milestone, period, overdue: today > period.due }];
  });
}

const OPEN: ReadonlySet<string> = new Set(['programada', 'en_proceso']);

function isOpen({ state = 'programada', mode }: Milestone): boolean {
  return mode === 'declared' && OPEN.has(state);
}

/** The day on which its line was written; what a seed tells is owed since the plan is carried out. */
function since({ id }: Milestone, { plan, log }: Reported): string {
  const line = log.find(({ entity, entityId }) => entity === 'milestones' && entityId === id);
  const [{ implementationFrom, period }] = plan.plans as [PlanRecord['plans'][number]];
  return line?.effectiveOn ?? (implementationFrom ?? period).earliest;
}

function periodBefore(today: string): ReportingPeriod {
  const [year, third] = periodOf(today).id.split('-C').map(Number) as [number, number];
  return readPeriod(third === 1 ? `${year - 1}-C3` : `${year}-C${third - 1}`)!;
}
