import type { StatusEvent } from '#tracker';
import type { Work } from './perform.js';
import { deny } from './refused.js';

/**
 * Sees that there is such a session, and writes down that it agreed on what some lines of the log tell.
 *
 * @throws Refused UNKNOWN
 */
export async function requireSession(
  { manager, planId, actor }: Work,
  session: string,
  lines: readonly Pick<StatusEvent, 'seq'>[] = [],
): Promise<void> {
  const known = (await manager.query(
    `SELECT FROM tracker_record WHERE plan_id = $1 AND kind = 'sessions' AND id = $2`,
    [planId, session],
  )) as unknown[];
  if (known.length === 0) deny('UNKNOWN', { what: session });
  for (const { seq } of lines)
    await manager.query('INSERT INTO tracker_ground (plan_id, seq, session_id, recorded_by) VALUES ($1, $2, $3, $4)', [
      planId,
      seq,
      session,
      actor.id,
    ]);
}
