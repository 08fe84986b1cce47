import type { DataSource } from 'typeorm';
import {
  awardedWeek,
  type AwardedWeek,
  keptAMinute,
  openTenders,
  pageOfProcesses,
  siteFigures,
  yearFigures,
  yearInFigures,
  type YearInFigures,
  type YearRow,
} from '#search';
import { toQuery } from '../../../api/src/package-meta.js';
import type { AwardedView, HomeView, YearView } from '../home.view.js';
import type { SiteView, YearFigures } from '../views.js';
import { resultRow } from './result-row.js';

const LATEST = 6;
const OPEN = 5;
const AWARDED = 5;
const YEARS = 4;

/** What the front page tells, as it was up to a minute ago. */
export async function loadHome(
  dataSource: DataSource,
  site: SiteView,
  commitment: HomeView['commitment'],
): Promise<HomeView> {
  const [figures, latest, open, years, awarded, year] = await readHome(dataSource);
  return {
    site: { ...site, updatedAt: figures.updatedAt?.toISOString() },
    counts: figures,
    latest: latest.rows.map(resultRow),
    open: open.map(resultRow),
    awarded: awarded && awardedView(awarded),
    year: year && yearView(year),
    years: gatherYears(years),
    commitment,
  };
}

const readHome = keptAMinute((dataSource) =>
  Promise.all([
    siteFigures(dataSource),
    pageOfProcesses(dataSource, { limit: LATEST, sort: 'date' }),
    openTenders(dataSource, OPEN),
    yearFigures(dataSource, YEARS),
    awardedWeek(dataSource, AWARDED),
    yearInFigures(dataSource),
  ]),
);

function awardedView({ rows, ...week }: AwardedWeek): AwardedView {
  const href = searched({ awardedFrom: week.from, awardedTo: week.until });
  return { ...week, rows: rows.map(resultRow), href };
}

function yearView({ contracted, ...figures }: YearInFigures): YearView {
  const { year } = figures;
  return {
    ...figures,
    processesHref: searched({ year }),
    directHref: searched({ year, method: 'direct' }),
    suppliersHref: `/proveedores?${toQuery({ year })}`,
    contracted: contracted.map(({ currency, amount, processes }) => ({
      money: { amount, currency },
      processes,
      href: searched({ year, amountStage: 'contract', currency }),
    })),
  };
}

function searched(filters: Readonly<Record<string, string | number>>): string {
  return `/procesos?${toQuery(filters)}`;
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
