import type { DataSource } from 'typeorm';

/** The tombstone of a process, as the public is told of it. */
export interface WithdrawalRow {
  readonly ocid: string;
  readonly reason: string;
  readonly legalGround: string | null;
  /** Who withdrew it: an office, not a person. */
  readonly office: string;
  readonly withdrawnAt: Date;
}

/** The tombstone of a process that is withdrawn now, or undefined. */
export async function findWithdrawal(dataSource: DataSource, ocid: string): Promise<WithdrawalRow | undefined> {
  const [row] = (await dataSource.query(
    `SELECT ocid, reason, legal_ground AS "legalGround", office, withdrawn_at AS "withdrawnAt"
       FROM withdrawal WHERE ocid = $1 AND restored_at IS NULL`,
    [ocid],
  )) as WithdrawalRow[];
  return row;
}
