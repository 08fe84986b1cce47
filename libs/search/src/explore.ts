import type { DataSource } from 'typeorm';
import { keepCounted } from './keep-counted.js';

/** The figures of the charts, each list in the order in which it is drawn; amounts are pesos, in decimal text. */
export interface Exploration {
  readonly spending: readonly { readonly year: number; readonly contracted: string }[];
  readonly direct: readonly { readonly year: number; readonly direct: number; readonly processes: number }[];
  readonly buyers: readonly { readonly id: string; readonly name: string; readonly pesos: string }[];
  /** What all buyers come to. */
  readonly allBuyers: string;
  /** Competitions by how many offered; 5: five or more. */
  readonly offers: readonly { readonly offers: number; readonly processes: number }[];
  /** Days from the end of the offers to the first award, the middle one of each year. */
  readonly days: readonly { readonly year: number; readonly days: number; readonly processes: number }[];
}

const YEARS = 8;
const BUYERS = 10;
/** Years with fewer decided competitions have no middle worth drawing. */
const FEWEST = 5;

/** What the published processes come to, seen from five questions, as it was a moment ago. */
export function exploreProcesses(dataSource: DataSource): Promise<Exploration> {
  return keepCounted(dataSource, 'explore', () => countExploration(dataSource));
}

async function countExploration(dataSource: DataSource): Promise<Exploration> {
  const query = async <Row>(sql: string, ...parameters: unknown[]) =>
    (await dataSource.query(sql, parameters)) as Row[];
  const [spending, direct, buyers, all, offers, days] = await Promise.all([
    query<Exploration['spending'][number]>(SPENDING, YEARS),
    query<Exploration['direct'][number]>(DIRECT, YEARS),
    query<Exploration['buyers'][number]>(
      `SELECT id, name, pesos::text AS pesos FROM party WHERE side = 'buyer' AND pesos > 0 ORDER BY party.pesos DESC, id LIMIT $1`,
      BUYERS,
    ),
    query<{ pesos: string }>(`SELECT coalesce(sum(pesos), 0)::text AS pesos FROM party WHERE side = 'buyer'`),
    query<Exploration['offers'][number]>(OFFERS),
    query<Exploration['days'][number]>(DAYS, YEARS, FEWEST),
  ]);
  return { spending, direct, buyers, allBuyers: all[0]!.pesos, offers, days };
}

const SPENDING = `
SELECT year, sum(contracted)::text AS contracted FROM process
 WHERE currency = 'MXN' AND contracted > 0 AND year > (SELECT max(year) FROM process) - $1
 GROUP BY year ORDER BY year`;

const DIRECT = `
SELECT year, count(*) FILTER (WHERE method = 'direct')::int AS direct, count(*)::int AS processes FROM process
 WHERE method IS NOT NULL AND year > (SELECT max(year) FROM process) - $1
 GROUP BY year ORDER BY year`;

const OFFERS = `
SELECT least(offers, 5)::int AS offers, count(*)::int AS processes
  FROM (SELECT count(*) AS offers FROM process p JOIN participation a ON a.ocid = p.ocid
         WHERE p.method IN ('open', 'selective', 'limited') AND a.side = 'supplier' AND a.offered GROUP BY p.ocid) counted
 GROUP BY 1 ORDER BY 1`;

const DAYS = `
SELECT year, round(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM awarded_on - tender_end) / 86400))::int AS days,
       count(*)::int AS processes
  FROM process WHERE method IN ('open', 'selective', 'limited') AND awarded_on >= tender_end
   AND year > (SELECT max(year) FROM process) - $1
 GROUP BY year HAVING count(*) >= $2 ORDER BY year`;
