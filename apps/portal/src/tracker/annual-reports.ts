import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { errataOf, type Erratum, type ReportDocument } from '#tracker';
import { type IssuedReport, listIssuedReports, makeAnnualReport, readIssuedReport } from '#tracking';
import type { TrackerPageView } from './tracker-page-view.js';

/** Which report of a year is asked for: one that was issued, by its number; or the one that the data tell, not issued. */
export type ReportVersion = number | 'sin-emitir';

/** An annual report, and what was issued of its year. */
export interface AnnualReportView {
  readonly report: ReportDocument;
  /** Latest first. */
  readonly issued: readonly IssuedReport[];
  /** The report is this one; undefined: it is the one that the data tell, and nobody issued it. */
  readonly shown?: IssuedReport | undefined;
  /** What the data tell otherwise since it was issued. */
  readonly errata: readonly Erratum[];
}

/** Annual reports: as they were issued, and as the data tell them. */
@Injectable()
export class AnnualReports {
  constructor(private readonly dataSource: DataSource) {}

  /** Everything that was issued of the plan until the day of the page. */
  issued({ tracker }: TrackerPageView): Promise<readonly IssuedReport[]> {
    return listIssuedReports(this.dataSource, tracker.plan.plans[0]!.id, tracker);
  }

  /**
   * The report of a year: the version asked for, else the last that was issued, else the one that the data tell.
   *
   * @returns undefined where the plan does not reach the year, or has no such version
   */
  async find(view: TrackerPageView, year: number, version?: ReportVersion): Promise<AnnualReportView | undefined> {
    const issued = (await this.issued(view)).filter((one) => one.year === year);
    const shown = version === undefined ? issued[0] : issued.find((one) => one.version === version);
    if (!shown && typeof version === 'number') return undefined;
    if (!shown || version === 'sin-emitir') {
      const report = await makeAnnualReport(this.dataSource, view.tracker, year);
      return report && { report, issued, errata: [] };
    }
    const report = (await readIssuedReport(this.dataSource, view.tracker.plan.plans[0]!.id, shown))!;
    const { measuredOn } = report;
    const now = view.tracker.asOf
      ? undefined
      : await makeAnnualReport(this.dataSource, view.tracker, year, { measuredOn });
    return { report, issued, shown, errata: now ? errataOf(report, now) : [] };
  }
}
