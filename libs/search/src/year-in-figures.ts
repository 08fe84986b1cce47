import type { DataSource } from 'typeorm';

/** A year as the front page tells it. */
export interface YearInFigures {
  readonly year: number;
  readonly processes: number;
  readonly direct: number;
  /** Suppliers that won something. */
  readonly suppliers: number;
  /** What its contracts come to, a sum a currency, the one with the most processes first; amounts are decimal text. */
  readonly contracted: readonly { readonly currency: string; readonly amount: string; readonly processes: number }[];
}

/** The newest year that has begun and has processes; undefined when none has. Every figure is that of a search. */
export async function yearInFigures(dataSource: DataSource): Promise<YearInFigures | undefined> {
  const [year] = (await dataSource.query(
    `SELECT year, count(*)::int AS processes, count(*) FILTER (WHERE method = 'direct')::int AS direct,
            (SELECT count(*)::int FROM party WHERE side = 'supplier' AND years @> ARRAY[process.year]) AS suppliers
       FROM process WHERE year = (SELECT max(year) FROM process WHERE year <= extract(year FROM now())::int) GROUP BY year`,
  )) as Omit<YearInFigures, 'contracted'>[];
  if (!year) return undefined;
  const contracted = (await dataSource.query(
    `SELECT currency, sum(amount)::text AS amount, count(*)::int AS processes FROM process
      WHERE year = $1 AND amount_stage = 'contract' AND currency IS NOT NULL GROUP BY currency ORDER BY processes DESC, currency`,
    [year.year],
  )) as YearInFigures['contracted'];
  return { ...year, contracted };
}
