import type { EntityManager } from 'typeorm';

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

/** Counts what the published processes come to, seen from five questions. */
export async function countExploration(manager: EntityManager): Promise<Exploration> {
  const query = async <Row>(sql: string, ...parameters: unknown[]) => (await manager.query(sql, parameters)) as Row[];
  return {
    spending: await query<Exploration['spending'][number]>(SPENDING, YEARS),
    direct: await query<Exploration['direct'][number]>(DIRECT, YEARS),
    buyers: await query<Exploration['buyers'][number]>(
      `SELECT id, name, pesos::text AS pesos FROM party WHERE side = 'buyer' AND pesos > 0 ORDER BY party.pesos DESC, id LIMIT $1`,
      BUYERS,
    ),
    allBuyers: (await query<{ pesos: string }>(ALL_BUYERS))[0]!.pesos,
    offers: await query<Exploration['offers'][number]>(OFFERS),
    days: await query<Exploration['days'][number]>(DAYS, YEARS, FEWEST),
  };
}

const ALL_BUYERS = `SELECT coalesce(sum(pesos), 0)::text AS pesos FROM party WHERE side = 'buyer'`;

const SPENDING = `
SELECT year, sum(contracted)::text AS contracted FROM process
 WHERE currency = 'MXN' AND contracted > 0 AND year > (SELECT max(year) FROM process) - $1
 GROUP BY year ORDER BY year`;

const DIRECT = `
SELECT year, count(*) FILTER (WHERE method = 'direct')::int AS direct, count(*)::int AS processes FROM process
 WHERE year > (SELECT max(year) FROM process) - $1
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
