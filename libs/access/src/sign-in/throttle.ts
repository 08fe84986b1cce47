import type { DataSource } from 'typeorm';
import { deriveFrom } from '../secret-text.js';

/** Failed attempts are counted by who is tried and by where they come from. */
export interface Subject {
  readonly key: Buffer;
  /** Failures before each one more has to wait. */
  readonly free: number;
}

const FREE = { email: 5, address: 30 } as const;
const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 900;
/** Of a subject that was quiet for so long, earlier failures are forgotten. */
const MEMORY = `interval '1 day'`;

/** E-mails and addresses are kept as keyed hashes: an unknown e-mail counts like a known one. */
export async function subjectsOf(dataSource: DataSource, email: string, address: string): Promise<readonly Subject[]> {
  const [secret] = (await dataSource.query(`SELECT value FROM secret WHERE name = 'access'`)) as { value: Buffer }[];
  const key = (what: keyof typeof FREE, text: string) => deriveFrom(secret!.value, `${what}:${text}`);
  return [
    { key: key('email', email.trim().toLowerCase()), free: FREE.email },
    { key: key('address', address), free: FREE.address },
  ];
}

const CHARGE = `
INSERT INTO sign_in_failure AS f (subject, failures) VALUES ($1, 1)
ON CONFLICT (subject) DO UPDATE SET
  failures = CASE WHEN f.failed_at < now() - ${MEMORY} THEN 1 ELSE f.failures + 1 END,
  failed_at = now(),
  blocked_until = CASE WHEN f.failed_at >= now() - ${MEMORY} AND f.failures + 1 >= $2 THEN
    now() + least(${LONGEST_WAIT_SECONDS}, ${FIRST_WAIT_SECONDS} * 2 ^ least(f.failures + 1 - $2, 20)) * interval '1 second' END
WHERE f.blocked_until IS NULL OR f.blocked_until <= now()
RETURNING failures`;

const LEFT = `SELECT ceil(extract(epoch FROM blocked_until - now()))::int AS seconds FROM sign_in_failure WHERE subject = $1`;

/**
 * Counts an attempt as failed before its password is looked at, so that attempts made at the same moment cannot slip
 * through together. A subject that has to wait is not made to wait longer by trying.
 *
 * @returns seconds to wait, when the attempt may not be made.
 */
export async function chargeAttempt(dataSource: DataSource, subjects: readonly Subject[]): Promise<number | undefined> {
  for (const { key, free } of subjects) {
    const charged = (await dataSource.query(CHARGE, [key, free])) as unknown[];
    if (charged.length === 0) return Math.max(1, await secondsLeft(dataSource, key));
  }
  return undefined;
}

async function secondsLeft(dataSource: DataSource, key: Buffer): Promise<number> {
  const [row] = (await dataSource.query(LEFT, [key])) as { seconds: number | null }[];
  return row?.seconds ?? 0;
}

/** After a success: the account's count begins anew; the address, which others share, gets this one attempt back. */
export async function forgiveAttempt(dataSource: DataSource, [email, address]: readonly Subject[]): Promise<void> {
  await dataSource.query('DELETE FROM sign_in_failure WHERE subject = $1', [email!.key]);
  await dataSource.query(
    `UPDATE sign_in_failure SET failures = failures - 1,
       blocked_until = CASE WHEN failures - 1 >= $2 THEN blocked_until END WHERE subject = $1`,
    [address!.key, address!.free],
  );
}

/** Forgets what no longer counts. */
export async function sweepFailures(dataSource: DataSource): Promise<void> {
  await dataSource.query(`DELETE FROM sign_in_failure WHERE failed_at < now() - ${MEMORY}`);
}
