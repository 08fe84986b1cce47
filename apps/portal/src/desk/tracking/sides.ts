import { type Action, type Actor, can, organisationsWhere } from '#access';

/** They may do it for one of the organisations that implement. */
export function isInside(actor: Actor, action: Action, implementers: readonly string[]): boolean {
  const where = organisationsWhere(actor, action);
  return where !== 'all' && where.some((one) => implementers.includes(one));
}

/** They may do it for an organisation that does not implement. */
export function isOutside(actor: Actor, action: Action, implementers: readonly string[]): boolean {
  const held = actor.memberships.flatMap(({ role, organisationId }) =>
    organisationId === null || implementers.includes(organisationId) ? [] : [{ role, organisationId }],
  );
  return can({ ...actor, memberships: held }, action);
}
