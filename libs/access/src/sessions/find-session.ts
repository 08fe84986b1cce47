import type { DataSource } from 'typeorm';
import type { Actor, Membership } from '../policy/actor.js';
import { deriveFrom, hashSecret, isSecret } from '../secret-text.js';
import type { SessionLimits } from './session-limits.js';

/** A session that is open, and whose it is. */
export interface Session {
  readonly actor: Actor;
  readonly token: string;
  /** What every form of the session carries (`_csrf`), to tell it from a form of another site. */
  readonly csrf: string;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly memberships: readonly Membership[];
  readonly stale: boolean;
}

const FIND = `
SELECT a.id, a.name, a.email, s.seen_at < now() - interval '1 minute' AS stale,
       coalesce((SELECT jsonb_agg(jsonb_build_object('role', m.role, 'organisationId', m.organisation_id)
                                  ORDER BY m.organisation_id NULLS FIRST, m.role)
                   FROM membership m WHERE m.account_id = a.id), '[]') AS memberships
  FROM session s JOIN account a ON a.id = s.account_id
 WHERE s.hash = $1 AND a.disabled_at IS NULL
   AND s.seen_at > now() - make_interval(mins => $2) AND s.created_at > now() - make_interval(hours => $3)`;

/** The session of a cookie's token; none when there is no such session, or it has been idle or open for too long. */
export async function findSession(
  dataSource: DataSource,
  token: string | undefined,
  { idleMinutes, absoluteHours }: SessionLimits,
): Promise<Session | undefined> {
  if (token === undefined || !isSecret(token)) return undefined;
  const hash = hashSecret(token);
  const [row] = (await dataSource.query(FIND, [hash, idleMinutes, absoluteHours])) as Row[];
  if (!row) return undefined;
  // Once a minute is exact enough for the idle limit, and spares a write with every page.
  if (row.stale) await dataSource.query('UPDATE session SET seen_at = now() WHERE hash = $1', [hash]);
  const { id, name, email, memberships } = row;
  return { actor: { kind: 'account', id, name, email, memberships }, token, csrf: csrfOf(token) };
}

/** The form token of a session, derived from its secret: nothing to store, and it does not give the secret away. */
export function csrfOf(token: string): string {
  return deriveFrom(token, 'csrf').toString('base64url');
}

/** Forgets sessions that are over. */
export async function sweepSessions(dataSource: DataSource, limits: SessionLimits): Promise<void> {
  await dataSource.query(
    `DELETE FROM session WHERE seen_at < now() - make_interval(mins => $1)
        OR created_at < now() - make_interval(hours => $2)`,
    [limits.idleMinutes, limits.absoluteHours],
  );
}
