import type { DataSource } from 'typeorm';
import type { ReportDocument } from '#tracker';
import { importPlans, listPlans, makeAnnualReport, type PlanSummary, readIssuedReport, readTracker } from '#tracking';
import { errataSince, readIssued } from './issued-report.js';
import { UsageError } from './usage-error.js';

export interface AskedReport {
  readonly year: number;
  readonly plan: string | undefined;
  /** Of the one that was issued with this number. */
  readonly version: number | undefined;
  /** Path of an issued report whose errata are wanted. */
  readonly issued: string | undefined;
}

/**
 * The report that was asked for, with the errata of the issued one that was named before its sections.
 *
 * @throws UsageError where no plan reaches the year, or no such version was issued
 * @throws SourceFault when the file named is no issued report, or was changed since
 */
export async function askedReport(
  dataSource: DataSource,
  { year, version, issued, ...asked }: AskedReport,
): Promise<{ readonly document: ReportDocument; readonly errata: number }> {
  const before = issued === undefined ? undefined : await readIssued(issued);
  const { id } = await planFor(dataSource, year, asked.plan);
  if (version !== undefined) {
    const document = await readIssuedReport(dataSource, id, { year, version });
    if (!document) throw new UsageError(`No se ha emitido la versión ${version} del informe de ${year}.`);
    return { document, errata: 0 };
  }
  const view = (await readTracker(dataSource, id))!;
  const fresh = (await makeAnnualReport(dataSource, view, year))!;
  if (!before) return { document: fresh, errata: 0 };
  const { measuredOn } = before;
  return errataSince(before, (await makeAnnualReport(dataSource, view, year, { measuredOn }))!, fresh);
}

/** The plan that was asked for, or the one whose period has the year. A store without any gets those that come along. */
async function planFor(dataSource: DataSource, year: number, id: string | undefined): Promise<PlanSummary> {
  if ((await listPlans(dataSource)).length === 0) await importPlans(dataSource);
  const plans = await listPlans(dataSource);
  const found = plans.find((plan) => (id === undefined || plan.id === id) && hasYear(plan, year));
  if (found) return found;
  const isKnown = id === undefined || plans.some((plan) => plan.id === id);
  const known = plans
    .map((plan) => `${plan.id} (${plan.periodFrom.slice(0, 4)}-${plan.periodTo.slice(0, 4)})`)
    .join(', ');
  const fault = isKnown
    ? `${id === undefined ? 'Ningún plan' : `«${id}» no`} abarca ${year}`
    : `No hay un plan «${id}»`;
  throw new UsageError(`${fault}. Los que hay: ${known}.`);
}

function hasYear({ periodFrom, periodTo }: PlanSummary, year: number): boolean {
  return periodFrom.slice(0, 4) <= `${year}` && periodTo.slice(0, 4) >= `${year}`;
}
