import type { EntityManager } from 'typeorm';
import type { ReferenceFact, ReferenceKind, StandingVersion } from '#reference';
import { selectStanding } from './reference-rows.js';

const HOLDS = `v.kind = $1 AND ($3::text IS NULL OR v.key = $3)
  AND coalesce(v.valid_from <= $2, true) AND coalesce(v.valid_to >= $2, true)`;

/**
 * What held on a day, as it is known now: at most one fact for each entry, by key.
 *
 * @param day ISO day
 * @param key only this entry
 */
export function asOf(
  manager: EntityManager,
  kind: ReferenceKind,
  day: string,
  key?: string,
): Promise<readonly StandingVersion[]> {
  return selectStanding(manager, `${HOLDS} ORDER BY v.key`, [kind, day, key ?? null]);
}

/** Who held a role on a day, such as `monitor`; undefined where nobody is known to. */
export async function roleHolder(
  manager: EntityManager,
  role: string,
  day: string,
): Promise<ReferenceFact['data'] | undefined> {
  const [found] = await asOf(manager, 'role', day, role);
  return found?.fact.data;
}
