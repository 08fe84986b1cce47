import type { EntityManager } from 'typeorm';
import { homeOf } from '../audit/home-of.js';
import type { Subject } from './throttle.js';

/**
 * The e-mail is not written down: people type their password there. Failures of an account are few, since each makes the
 * next one wait; of those of no account, which anybody can make up without end, one a minute is told. Something is
 * written in either case, so that the time it takes does not tell which it was.
 */
const RECORD = `
WITH charged AS (UPDATE sign_in_failure SET failed_at = failed_at WHERE subject = $1)
INSERT INTO audit_event (actor_kind, actor_id, actor_name, organisation_id, action, subject)
SELECT 'system', 'sign-in', 'Sin identificar', $3, 'session:refuse', 'account ' || coalesce($2, 'unknown')
 WHERE $2 IS NOT NULL OR NOT EXISTS (SELECT FROM audit_event
   WHERE id > (SELECT coalesce(max(id), 0) - 10000 FROM audit_event) AND action = 'session:refuse'
     AND subject = 'account unknown' AND at > clock_timestamp() - interval '1 minute')`;

/** Writes down that somebody did not get in. @param accountId of the account whose e-mail was given, if there is one */
export async function recordRefusal(
  manager: EntityManager,
  { key }: Subject,
  accountId: string | undefined,
): Promise<void> {
  const home = await homeOf(manager, accountId ?? '');
  await manager.query(RECORD, [key, accountId ?? null, home]);
}
