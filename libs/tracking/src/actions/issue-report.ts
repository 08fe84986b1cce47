import type { Actor } from '#access';
import { GENESIS, type ReportDocument, reportText } from '#tracker';
import { listIssuedReports, type IssuedReport } from '../annual-report/issued-reports.js';
import { makeAnnualReport } from '../annual-report/make-annual-report.js';
import { localDay } from '../local-day.js';
import { readTracker } from '../read-tracker.js';
import { headOf } from '../store/append-lines.js';
import type { Outcome, TrackingDependencies } from './dependencies.js';
import { perform, settled, type Work } from './perform.js';
import { deny, optionalText, reasonFrom } from './refused.js';

export interface IssueInput {
  readonly plan: string;
  readonly year: number;
  /** Of a version that is not the first. */
  readonly reason?: string | undefined;
}

/**
 * Issues the annual report of a year: its text and figures are frozen with their hash, and a line of the log tells it.
 * One that was issued stays at its address; issuing again is another version, with a reason.
 */
export async function issueReport(
  dependencies: TrackingDependencies,
  person: Actor,
  { plan, year, reason }: IssueInput,
): Promise<Outcome<Pick<IssuedReport, 'version' | 'hash'>>> {
  const made = await settled(() => make(dependencies, plan, year));
  if (!made.ok) return made;
  const { report, head } = made;
  return perform(dependencies, person, { plan, actions: ['tracker:session'] }, async (work) => {
    // The report was made outside the transaction, as the public reads the plan.
    if ((await headOf(work.manager, plan)).hash !== head) deny('PLAN_MOVED');
    const before = (await listIssuedReports(work.manager, plan)).find((one) => one.year === year);
    if (before?.hash === report.hash) deny('SAME_REPORT', { what: String(before.version) });
    const why = before ? reasonFrom(reason) : optionalText(reason);
    return freeze(work, report, { before, reason: why });
  });
}

async function make({ dataSource, now = () => new Date() }: TrackingDependencies, planId: string, year: number) {
  const view = (await readTracker(dataSource, planId)) ?? deny('UNKNOWN_PLAN', { what: planId });
  if (String(year) > localDay(now()).slice(0, 4)) deny('YEAR_AHEAD', { what: String(year) });
  const report = (await makeAnnualReport(dataSource, view, year)) ?? deny('UNKNOWN', { what: String(year) });
  return { report, head: view.log.at(-1)?.hash ?? GENESIS };
}

async function freeze(
  work: Work,
  report: ReportDocument,
  { before, reason }: { readonly before: IssuedReport | undefined; readonly reason: string | undefined },
) {
  const { year, hash } = report;
  const version = (before?.version ?? 0) + 1;
  const [line] = await work.append({
    entity: 'issued-report',
    entityId: `informe-anual-${year}-v${version}`,
    field: 'issued',
    from: before?.hash ?? null,
    to: hash,
    ...(reason !== undefined && { reason }),
  });
  await work.manager.query(
    `INSERT INTO tracker_issued_report (plan_id, year, version, seq, document, hash, reason, recorded_by, issued_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [work.planId, year, version, line!.seq, reportText(report), hash, reason ?? null, work.actor.id, work.on],
  );
  return { version, hash };
}
