import type { DataSource } from 'typeorm';

/** One entry of the change feed. Positions have no gaps and are seen in the order in which they were committed. */
export interface ChangeRow {
  readonly position: string;
  readonly ocid: string;
  /** `withdrawn`: no longer public; `restored`: public again, with the releases it had. */
  readonly kind: 'published' | 'withdrawn' | 'restored';
  readonly releaseIds: readonly string[];
  readonly changedAt: Date;
}

/** The changes after a position, oldest first. @param after decimal text; "0" is the beginning. */
export async function listChanges(dataSource: DataSource, after: string, limit: number): Promise<readonly ChangeRow[]> {
  return (await dataSource.query(
    `SELECT position, ocid, kind, release_ids AS "releaseIds", changed_at AS "changedAt"
       FROM change WHERE position > $1::bigint ORDER BY position LIMIT $2`,
    [after, limit],
  )) as ChangeRow[];
}

/** The documents of the releases that some changes made public, in the order of the changes; none of what is withdrawn. */
export async function findChangedReleases(
  dataSource: DataSource,
  changes: readonly ChangeRow[],
): Promise<readonly Buffer[]> {
  const told = changes.filter(({ kind }) => kind !== 'withdrawn');
  const wanted = told.flatMap((change) => change.releaseIds.map((id) => ({ ocid: change.ocid, id })));
  const rows = (await dataSource.query(
    `SELECT r.document FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS wanted (ocid, id, n)
       JOIN release r ON r.ocid = wanted.ocid AND r.id = wanted.id AND r.state <> 'withdrawn' ORDER BY wanted.n`,
    [wanted.map((one) => one.ocid), wanted.map((one) => one.id)],
  )) as { document: Buffer }[];
  return rows.map((row) => row.document);
}
