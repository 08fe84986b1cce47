import type { DataSource, EntityManager } from 'typeorm';
import { type ReportDocument, reportFrom } from '#tracker';

/** An annual report as it was issued. */
export interface IssuedReport {
  readonly year: number;
  /** From 1; each one that was issued again has the next. */
  readonly version: number;
  /** SHA-256 of its canonical text. */
  readonly hash: string;
  /** ISO day. */
  readonly issuedOn: string;
  /** Why it was issued again; null for the first. */
  readonly reason: string | null;
  /** Its line in the log of the plan. */
  readonly line: number;
}

/** What was issued of a plan, by year and version, latest first. */
export async function listIssuedReports(
  source: DataSource | EntityManager,
  planId: string,
  { asOf }: { readonly asOf?: string | undefined } = {},
): Promise<readonly IssuedReport[]> {
  return (await source.query(
    `SELECT year, version, hash, issued_on::text AS "issuedOn", reason, seq AS line FROM tracker_issued_report
      WHERE plan_id = $1 AND ($2::date IS NULL OR issued_on <= $2::date) ORDER BY year DESC, version DESC`,
    [planId, asOf ?? null],
  )) as readonly IssuedReport[];
}

/** An issued report, as it was frozen. @returns undefined where there is no such version */
export async function readIssuedReport(
  dataSource: DataSource,
  planId: string,
  { year, version }: Pick<IssuedReport, 'year' | 'version'>,
): Promise<ReportDocument | undefined> {
  const [row] = (await dataSource.query(
    'SELECT document FROM tracker_issued_report WHERE plan_id = $1 AND year = $2 AND version = $3',
    [planId, year, version],
  )) as { document: string }[];
  return row && reportFrom(row.document);
}
