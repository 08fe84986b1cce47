import type { Action } from './policy.js';
import type { Role } from './roles.js';

/** A role in an organisation, or, without one, over all of them. */
export interface Membership {
  readonly role: Role;
  readonly organisationId: string | null;
}

/** Who is at work: a signed-in person or a program with a key. Plain data; what it holds was read from the store. */
export interface Actor {
  readonly kind: 'account' | 'key';
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly memberships: readonly Membership[];
  /** Of keys: only these actions, of those that the memberships allow. */
  readonly scopes?: readonly Action[];
}
