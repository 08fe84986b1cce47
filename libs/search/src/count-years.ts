import type { DataSource } from 'typeorm';

/** How many processes each year has, the newest first. */
export async function countYears(
  dataSource: DataSource,
): Promise<readonly { readonly year: number; readonly processes: number }[]> {
  return (await dataSource.query(
    'SELECT year, count(*)::int AS processes FROM process WHERE year IS NOT NULL GROUP BY year ORDER BY year DESC',
  )) as { year: number; processes: number }[];
}
