import type { Actor, Membership } from './actor.js';
import { type Action, POLICY } from './policy.js';

/**
 * Whether the actor may do something.
 *
 * @param organisationId where; left out, the question is whether there is any organisation where it may.
 */
export function can(actor: Actor, action: Action, organisationId?: string): boolean {
  if (actor.scopes && !actor.scopes.includes(action)) return false;
  return actor.memberships.some((held) => allows(held, action, organisationId));
}

/**
 * The organisations where the actor may do something; `all` when it may everywhere.
 */
export function organisationsWhere(actor: Actor, action: Action): 'all' | readonly string[] {
  if (actor.scopes && !actor.scopes.includes(action)) return [];
  const held = actor.memberships.filter((membership) => allows(membership, action, undefined));
  if (held.some(({ organisationId }) => organisationId === null)) return 'all';
  return [...new Set(held.map(({ organisationId }) => organisationId!))];
}

function allows({ role, organisationId: held }: Membership, action: Action, wanted: string | undefined): boolean {
  const { roles, reach }: (typeof POLICY)[Action] = POLICY[action];
  if (!(roles as readonly string[]).includes(role)) return false;
  if (held === null) return true;
  return reach === 'organisation' && (wanted === undefined || wanted === held);
}
