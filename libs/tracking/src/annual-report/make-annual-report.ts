import type { DataSource } from 'typeorm';
import { buildReport, type ReportDocument, reportYears } from '#tracker';
import { measureCommitments } from '../measure-commitments.js';
import type { TrackerView } from '../tracker-view.js';

/**
 * The report of a year as the data tell it now, with the measurement of today; the past has none.
 *
 * @param measuredOn ISO day to tell the measurement as of: another than its own only to compare
 * @returns undefined for a year that the plan does not reach
 */
export async function makeAnnualReport(
  dataSource: DataSource,
  { plan, asOf }: Pick<TrackerView, 'plan' | 'asOf'>,
  year: number,
  { measuredOn }: { readonly measuredOn?: string | undefined } = {},
): Promise<ReportDocument | undefined> {
  if (!reportYears(plan).includes(year)) return undefined;
  if (asOf !== undefined) return buildReport(plan, { year });
  const { byCommitment } = await measureCommitments(dataSource, plan);
  const told = [...byCommitment].map(([id, one]) => [id, { ...one, on: measuredOn ?? one.on }] as const);
  return buildReport(plan, { year, measurements: new Map(told) });
}
