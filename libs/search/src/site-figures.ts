import type { DataSource } from 'typeorm';

/** What the whole publication amounts to. */
export interface SiteFigures {
  readonly processes: number;
  readonly releases: number;
  readonly buyers: number;
  readonly suppliers: number;
  readonly updatedAt: Date | null;
  /** Demonstration data is loaded. */
  readonly demonstration: boolean;
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

export async function siteFigures(dataSource: DataSource): Promise<SiteFigures> {
  const [row] = (await dataSource.query(
    `SELECT count(*)::int AS processes, coalesce(sum(release_count), 0)::int AS releases,
            count(DISTINCT coalesce(buyer_id, buyer_name))::int AS buyers,
            (SELECT count(DISTINCT s)::int FROM process, unnest(suppliers) AS s) AS suppliers,
            (SELECT changed_at FROM change ORDER BY position DESC LIMIT 1) AS "updatedAt",
            EXISTS (SELECT FROM process p JOIN publisher u ON u.id = p.publisher_id WHERE u.demonstration) AS demonstration
       FROM process`,
  )) as SiteFigures[];
  return row!;
}

/** Whether any demonstration data is published, which every page must say. */
export async function hasDemonstrationData(dataSource: DataSource): Promise<boolean> {
  const [row] = (await dataSource.query(
    `SELECT EXISTS (SELECT FROM publisher u WHERE u.demonstration
                       AND EXISTS (SELECT FROM process p WHERE p.publisher_id = u.id)) AS demonstration`,
  )) as { demonstration: boolean }[];
  return row!.demonstration;
}

/** The newest years first, one row per currency. @param years how many years back from the newest. */
export async function yearFigures(dataSource: DataSource, years: number): Promise<readonly YearRow[]> {
  return (await dataSource.query(
    `SELECT year, currency, count(*)::int AS processes, count(*) FILTER (WHERE method = 'direct')::int AS "directAwards",
            sum(awarded)::text AS awarded, sum(contracted)::text AS contracted
       FROM process WHERE year > (SELECT max(year) FROM process) - $1
      GROUP BY year, currency ORDER BY year DESC, processes DESC`,
    [years],
  )) as YearRow[];
}
