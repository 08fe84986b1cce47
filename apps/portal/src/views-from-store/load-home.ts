import type { DataSource } from 'typeorm';
import { openTenders, searchProcesses, siteFigures, yearFigures, type YearRow } from '#search';
import type { HomeView, SiteView, YearFigures } from '../views.js';
import { resultRow } from './result-row.js';

const LATEST = 6;
const OPEN = 6;
const YEARS = 4;

/** What the front page tells. */
export async function loadHome(dataSource: DataSource, site: SiteView): Promise<HomeView> {
  const [figures, latest, open, years] = await Promise.all([
    siteFigures(dataSource),
    searchProcesses(dataSource, { limit: LATEST, sort: 'date' }),
    openTenders(dataSource, OPEN),
    yearFigures(dataSource, YEARS),
  ]);
  return {
    site: { ...site, updatedAt: figures.updatedAt?.toISOString() },
    counts: figures,
    latest: latest.rows.map(resultRow),
    open: open.map(resultRow),
    years: gatherYears(years),
  };
}

/** The rows of one year, one per currency, as one line with a sum per currency. */
function gatherYears(rows: readonly YearRow[]): readonly YearFigures[] {
  const years = [...new Set(rows.map((row) => row.year))];
  return years.map((year) => {
    const own = rows.filter((row) => row.year === year);
    return {
      year,
      href: `/procesos?year=${year}`,
      processes: own.reduce((sum, row) => sum + row.processes, 0),
      directAwards: own.reduce((sum, row) => sum + row.directAwards, 0),
      awarded: sums(own, 'awarded'),
      contracted: sums(own, 'contracted'),
    };
  });
}

function sums(rows: readonly YearRow[], stage: 'awarded' | 'contracted') {
  return rows.flatMap((row) => {
    const amount = row[stage];
    return amount === null ? [] : [{ amount, currency: row.currency ?? undefined }];
  });
}
