import type { DataSource } from 'typeorm';
import { MATCH, matchParameters, type ProcessQuery, type ProcessRow, PROCESS_COLUMNS } from './search-processes.js';

export type FacetName = 'stage' | 'buyer' | 'year' | 'method';

/** How many processes have a value, with every filter in force but the facet's own. */
export interface FacetCount {
  readonly value: string;
  readonly label: string | null;
  readonly count: number;
}

const MOST_VALUES = 12;

const VALUES: Readonly<Record<FacetName, { readonly value: string; readonly label: string }>> = {
  stage: { value: 'stage', label: 'NULL::text' },
  buyer: { value: 'buyer_id', label: 'max(buyer_name)' },
  year: { value: 'year::text', label: 'NULL::text' },
  method: { value: 'method', label: 'NULL::text' },
};

/** The most frequent values of one facet. A facet's own filter is left out, so that its other values can be chosen. */
export async function countFacet(
  dataSource: DataSource,
  query: ProcessQuery,
  facet: FacetName,
): Promise<readonly FacetCount[]> {
  const { value, label } = VALUES[facet];
  return (await dataSource.query(
    `SELECT ${value} AS value, ${label} AS label, count(*)::int AS count FROM process
      WHERE ${MATCH} AND ${value} IS NOT NULL GROUP BY ${value} ORDER BY count DESC, value LIMIT ${MOST_VALUES}`,
    matchParameters({ ...query, [facet]: undefined }),
  )) as FacetCount[];
}

/** Tenders whose deadline is still ahead, the nearest first. */
export async function openTenders(dataSource: DataSource, limit: number): Promise<readonly ProcessRow[]> {
  return (await dataSource.query(
    `SELECT ${PROCESS_COLUMNS} FROM process
      WHERE stage = 'tender' AND tender_end > now() AND coalesce(tender_status, 'active') = 'active'
      ORDER BY tender_end, ocid LIMIT $1`,
    [limit],
  )) as ProcessRow[];
}
