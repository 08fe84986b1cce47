import type { DataSource } from 'typeorm';
import { isPassword } from '../accounts/hash-password.js';
import { homeOf } from '../audit/home-of.js';
import { recordAudit } from '../audit/record-audit.js';
import { openSession } from '../sessions/open-session.js';
import { recordRefusal } from './record-refusal.js';
import { chargeAttempt, forgiveAttempt, subjectsOf } from './throttle.js';

/** An attempt to sign in. */
export interface SignInAttempt {
  readonly email: string;
  readonly password: string;
  /** Where it comes from. */
  readonly address: string;
  /** The token of the session that the browser had, which ends. */
  readonly replaced?: string;
}

/** Refusal does not say what was wrong: e-mail, password, or an account that is disabled or has no password yet. */
export type SignInOutcome =
  | { readonly kind: 'in'; readonly token: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'wait'; readonly seconds: number };

interface Row {
  readonly id: string;
  readonly name: string;
  readonly passwordHash: string | null;
}

const FIND = `
SELECT id, name, password_hash AS "passwordHash" FROM account WHERE lower(email) = lower($1) AND disabled_at IS NULL`;

/**
 * Opens a session for who brings the password of an account. What it does, and how long that takes, is the same whether
 * or not the account exists.
 *
 * @throws AccessError SIGN_IN_BUSY when too many are at it.
 */
export async function signIn(dataSource: DataSource, attempt: SignInAttempt): Promise<SignInOutcome> {
  const { email, password, address, replaced } = attempt;
  const subjects = await subjectsOf(dataSource, email, address);
  const seconds = await chargeAttempt(dataSource, subjects);
  if (seconds !== undefined) return { kind: 'wait', seconds };
  const [account] = (await dataSource.query(FIND, [email.trim()])) as Row[];
  if (!(await isPassword(password, account?.passwordHash)) || !account) {
    await recordRefusal(dataSource.manager, subjects[0]!, account?.id);
    return { kind: 'refused' };
  }
  await forgiveAttempt(dataSource, subjects);
  const token = await dataSource.transaction(async (manager) => {
    const { id, name } = account;
    const organisationId = await homeOf(manager, id);
    const entry = { action: 'session:open', subject: `account ${id}`, organisationId };
    await recordAudit(manager, { kind: 'account', id, name }, entry);
    return openSession(manager, id, replaced);
  });
  return { kind: 'in', token };
}
