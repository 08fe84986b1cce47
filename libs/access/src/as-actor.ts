import type { DataSource, EntityManager } from 'typeorm';
import { DESK_ROLE } from '#database';
import type { Actor } from './policy/actor.js';

/**
 * Runs work in one transaction as the desk's role on behalf of an actor: the row rules of the store then let through
 * only what that actor's memberships, as the store knows them, allow. Both settings end with the transaction, so that a
 * pooled connection carries nothing over.
 */
export function asActor<Result>(
  dataSource: DataSource,
  actor: Pick<Actor, 'kind' | 'id'>,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  return dataSource.transaction(async (manager) => {
    await manager.query(`SELECT set_config('role', $1, true), set_config('c7.actor', $2, true)`, [
      DESK_ROLE,
      `${actor.kind}:${actor.id}`,
    ]);
    return work(manager);
  });
}

/**
 * Inside `asActor`: a part of the work that the desk's role has no right to and the caller has checked with `can`, such
 * as adding a job in the same transaction. The role comes back afterwards.
 */
export async function asSystemWithin<Result>(
  manager: EntityManager,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  await manager.query(`SELECT set_config('role', 'none', true)`);
  const result = await work(manager);
  // After an error the transaction can only roll back, and takes its settings along.
  await manager.query(`SELECT set_config('role', $1, true)`, [DESK_ROLE]);
  return result;
}
