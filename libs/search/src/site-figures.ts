import type { DataSource } from 'typeorm';
import { keepCounted } from './keep-counted.js';

/** What the whole publication amounts to. */
export interface SiteFigures {
  readonly processes: number;
  readonly releases: number;
  readonly buyers: number;
  readonly suppliers: number;
  readonly updatedAt: Date | null;
}

/** Sums of one year in one currency; amounts are decimal text, null where nothing is known. */
export interface YearRow {
  readonly year: number;
  readonly currency: string | null;
  readonly processes: number;
  readonly directAwards: number;
  readonly awarded: string | null;
  readonly contracted: string | null;
}

/** As they were a moment ago. */
export function siteFigures(dataSource: DataSource): Promise<SiteFigures> {
  return keepCounted(dataSource, 'site', () => countSite(dataSource));
}

async function countSite(dataSource: DataSource): Promise<SiteFigures> {
  const [row] = (await dataSource.query(
    `SELECT count(*)::int AS processes, coalesce(sum(release_count), 0)::int AS releases,
            (SELECT count(*)::int FROM party WHERE side = 'buyer') AS buyers,
            (SELECT count(*)::int FROM party WHERE side = 'supplier') AS suppliers,
            (SELECT changed_at FROM change ORDER BY position DESC LIMIT 1) AS "updatedAt"
       FROM process`,
  )) as SiteFigures[];
  return row!;
}

/** What kinds of data are published: invented ones, which every page must say, and real ones. */
export async function publishedKinds(
  dataSource: DataSource,
): Promise<{ readonly demo: boolean; readonly real: boolean }> {
  // Asked for by order, or else, where nearly all processes are of one publisher, all would be gone through for another.
  const [row] = (await dataSource.query(
    `SELECT coalesce(bool_or(demonstration), false) AS demo, coalesce(bool_or(NOT demonstration), false) AS real
       FROM publisher u
      WHERE id = (SELECT publisher_id FROM process p WHERE publisher_id >= u.id ORDER BY publisher_id LIMIT 1)`,
  )) as { demo: boolean; real: boolean }[];
  return row!;
}

/** The newest years first, one row per currency, as they were a moment ago. @param years how many years back from the newest. */
export function yearFigures(dataSource: DataSource, years: number): Promise<readonly YearRow[]> {
  return keepCounted(dataSource, `years ${years}`, () => sumYears(dataSource, years));
}

async function sumYears(dataSource: DataSource, years: number): Promise<readonly YearRow[]> {
  return (await dataSource.query(
    `SELECT year, currency, count(*)::int AS processes, count(*) FILTER (WHERE method = 'direct')::int AS "directAwards",
            sum(awarded)::text AS awarded, sum(contracted)::text AS contracted
       FROM process WHERE year > (SELECT max(year) FROM process) - $1
      GROUP BY year, currency ORDER BY year DESC, processes DESC`,
    [years],
  )) as YearRow[];
}
