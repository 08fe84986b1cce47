import type { DataSource } from 'typeorm';
import { addDecimals, type Money, type Side, STAGES } from '#ocds';
import {
  findParty,
  type NamedProcess,
  type PartyFigures,
  type PartyQuery,
  type PartyRow,
  searchParties,
  pageOfProcesses,
  supplierStanding,
} from '#search';
import { toQuery } from '../../../api/src/package-meta.js';
import { partyPath, processPath } from '../links.js';
import type { CounterpartLine, PartyLine, PartyListView, PartyView, SiteView, YearFigures } from '../views.js';
import { resultRow } from './result-row.js';

const LATEST = 10;

/** The filter that finds all processes of a party: a supplier's, those it only offered in, too. */
const FILTER = { buyer: 'buyer', supplier: 'participant' } as const;

/** Suppliers or buyers by name, or those with the most pesos. */
export async function loadParties(
  dataSource: DataSource,
  site: SiteView,
  side: Side,
  query: PartyQuery,
): Promise<PartyListView> {
  const { rows, next, prev, total, totalIsCapped } = await searchParties(dataSource, side, query);
  const path = side === 'buyer' ? '/compradores' : '/proveedores';
  const at = (cursor: string | undefined) => cursor && `${path}?${toQuery({ q: query.q, year: query.year, cursor })}`;
  return {
    site,
    side,
    query: query.q ?? '',
    year: query.year,
    total: { value: total, capped: totalIsCapped },
    rows: rows.map(lineOf),
    previous: at(prev),
    next: at(next),
  };
}

/** What the page of one party tells; undefined when nobody has the id. */
export async function loadParty(
  dataSource: DataSource,
  site: SiteView,
  side: Side,
  id: string,
): Promise<PartyView | undefined> {
  const [figures, latest] = await Promise.all([
    findParty(dataSource, side, id),
    pageOfProcesses(dataSource, { [FILTER[side]]: id, limit: LATEST, sort: 'date' }),
  ]);
  if (!figures) return undefined;
  const { party, keys, years, stages, methods, counterparts, lag, late, undone, invalid } = figures;
  const filter = (more: Readonly<Record<string, string | undefined>> = {}) => toQuery({ [FILTER[side]]: id, ...more });
  return {
    site,
    side,
    keys,
    ...party,
    firstYear: party.firstYear ?? undefined,
    lastYear: party.lastYear ?? undefined,
    money: moneyOf(party),
    years: gatherYears(years, side, id),
    stages: stages
      .toSorted((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage))
      .map(({ stage, processes }) => ({
        code: stage,
        processes,
        href: `/procesos?${filter({ stage })}`,
      })),
    methods: methods.map(({ method, processes }) =>
      method === null ? { processes } : { code: method, processes, href: `/procesos?${filter({ method })}` },
    ),
    counterparts: counterparts.map((one) => counterpartOf(one, side, id)),
    lag: lag ?? undefined,
    late: late.map(({ days, ...process }) => ({ ...named(process), days })),
    undone: undone.map(named),
    invalid,
    ...(side === 'supplier' && { standing: await supplierStanding(dataSource, keys) }),
    latest: latest.rows.map(resultRow),
    allHref: `/procesos?${filter()}`,
    downloads: (['csv', 'xlsx', 'json'] as const).map((format) => ({
      format,
      href: `/descargas/busqueda.${format}?${filter()}`,
    })),
    feeds: (['atom', 'json'] as const).map((format) => ({ format, href: `/feeds${partyPath(side, id)}.${format}` })),
    alert: { topic: side, query: toQuery({ [side === 'buyer' ? 'buyer' : 'participant']: id }) },
  };
}

function named({ ocid, title, localNumber }: NamedProcess) {
  return { title: title ?? localNumber ?? ocid, href: processPath(ocid) };
}

function lineOf(row: PartyRow): PartyLine {
  const { id, name, processes, won, firstYear, lastYear } = row;
  return {
    id,
    name,
    processes,
    won,
    money: moneyOf(row),
    firstYear: firstYear ?? undefined,
    lastYear: lastYear ?? undefined,
  };
}

/** Contracted, in each currency in which anything is; else awarded. */
function moneyOf({ awarded, contracted }: PartyRow): readonly Money[] {
  return Object.entries({ ...awarded, ...contracted }).map(([currency, amount]) => ({ amount, currency }));
}

function gatherYears(rows: PartyFigures['years'], side: Side, id: string): readonly YearFigures[] {
  const years = [...new Set(rows.map(({ year }) => year))];
  return years.map((year) => {
    const own = rows.filter((row) => row.year === year);
    const count = (of: 'processes' | 'direct') => own.reduce((sum, row) => sum + row[of], 0);
    return {
      year,
      href: `/procesos?${toQuery({ [FILTER[side]]: id, year })}`,
      processes: count('processes'),
      directAwards: count('direct'),
      awarded: sumsOf(own, 'awarded'),
      contracted: sumsOf(own, 'contracted'),
    };
  });
}

function sumsOf(rows: PartyFigures['years'], stage: 'awarded' | 'contracted'): readonly Money[] {
  const sums = new Map<string, string>();
  for (const { currency, [stage]: amount } of rows) {
    if (currency !== null && amount !== null) sums.set(currency, addDecimals(sums.get(currency) ?? '0', amount));
  }
  return [...sums].map(([currency, amount]) => ({ amount, currency }));
}

function counterpartOf(
  { id, name, processes, awards, pesos }: PartyFigures['counterparts'][number],
  side: Side,
  own: string,
): CounterpartLine {
  const other = side === 'buyer' ? 'supplier' : 'buyer';
  return {
    id,
    name: name ?? id,
    processes,
    awards,
    money: pesos === null ? undefined : { amount: pesos, currency: 'MXN' },
    href: `/procesos?${toQuery({ [side]: own, [other]: id })}`,
  };
}
