import type { DataSource } from 'typeorm';

/** The store in numbers that are cheap to find at any size. */
export interface StoreFigures {
  /** By state; `published` is the catalogue's estimate where counting would read a large table. */
  readonly releases: Readonly<Record<'accepted' | 'held' | 'superseded' | 'published', number>>;
  readonly records: number;
  readonly pending: number;
  readonly oldestPendingSeconds: number;
  readonly changePosition: number;
  readonly databaseBytes: number;
}

/** Tables that are estimated to be larger are not counted. */
const COUNTED_ROWS = 50_000;

export async function storeFigures(dataSource: DataSource): Promise<StoreFigures> {
  const [row] = (await dataSource.query(FIGURES)) as (Omit<StoreFigures, 'releases' | 'records'> & States)[];
  const { accepted, held, superseded, ...figures } = row!;
  const all = await rowsOf(dataSource, 'release');
  const published = Math.max(0, all - accepted - held - superseded);
  return {
    ...figures,
    records: await rowsOf(dataSource, 'record'),
    releases: { accepted, held, superseded, published },
  };
}

type States = Readonly<Record<'accepted' | 'held' | 'superseded', number>>;

/** Each reads a partial index, or one row. */
const FIGURES = `
SELECT (SELECT count(*) FROM release WHERE state <> 'published' AND state = 'accepted')::int AS accepted,
       (SELECT count(*) FROM release WHERE state <> 'published' AND state = 'held')::int AS held,
       (SELECT count(*) FROM release WHERE state <> 'published' AND state = 'superseded')::int AS superseded,
       waiting.pending::int AS pending, coalesce(waiting.oldest, 0)::float AS "oldestPendingSeconds",
       (SELECT position FROM change_head)::float AS "changePosition",
       pg_database_size(current_database())::float AS "databaseBytes"
  FROM (SELECT count(*) AS pending, extract(epoch FROM now() - min(pending_since)) AS oldest
          FROM record WHERE wanted > published) AS waiting`;

async function rowsOf(dataSource: DataSource, table: 'release' | 'record'): Promise<number> {
  const [estimate] = (await dataSource.query(
    `SELECT coalesce(sum(greatest(reltuples, 0)), 0)::float AS n FROM pg_partition_tree($1::regclass) AS part
       JOIN pg_class ON pg_class.oid = part.relid WHERE part.isleaf`,
    [table],
  )) as { n: number }[];
  if (estimate!.n > COUNTED_ROWS) return Math.round(estimate!.n);
  const [counted] = (await dataSource.query(`SELECT count(*)::int AS n FROM ${table}`)) as { n: number }[];
  return counted!.n;
}
