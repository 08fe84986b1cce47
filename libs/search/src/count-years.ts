import type { DataSource } from 'typeorm';
import { keepCounted } from './keep-counted.js';

export interface YearCount {
  readonly year: number;
  readonly processes: number;
}

/** How many processes each year has, the newest first, as they were a moment ago. */
export function countYears(dataSource: DataSource): Promise<readonly YearCount[]> {
  return keepCounted(dataSource, 'years', () => dataSource.query(COUNT));
}

const COUNT =
  'SELECT year, count(*)::int AS processes FROM process WHERE year IS NOT NULL GROUP BY year ORDER BY year DESC';
