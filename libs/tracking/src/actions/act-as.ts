import { type Action, type Actor as Person, can, POLICY, type Role as Held } from '#access';
import { type Actor, refuseRole, type Role } from '#tracker';
import { Refused } from './refused.js';

/** A role of the platform, as the rules of the tracker call it. */
const CODES: Readonly<Partial<Record<Held, Role>>> = {
  implementer: 'implementador',
  counterpart: 'osc_contraparte',
  secretariat: 'secretariado',
  monitor: 'monitor_itei',
  assessor: 'evaluador_externo',
  administrator: 'admin',
};

/**
 * In which role and for which organisation somebody does something. The log tells an account or a key, never a name.
 *
 * @param actions the first that they may do counts
 * @param prefers where they may for several organisations: which of them
 * @throws Refused ROLE, ADMIN
 */
export function actAs(
  person: Person,
  actions: readonly Action[],
  prefers: (organisation: string) => boolean = () => true,
): Actor {
  const id = `${person.kind}:${person.id}`;
  const able = actions.flatMap((action) =>
    person.memberships.filter((held) => can({ ...person, memberships: [held] }, action)),
  );
  const chosen = able.find(({ organisationId: held }) => held !== null && prefers(held)) ?? able[0];
  if (!chosen) throw new Refused(refusalOf({ id, role: idleRole(person) }, actions));
  const { role, organisationId } = chosen;
  return { id, role: CODES[role]!, ...(organisationId !== null && { organisation: organisationId }) };
}

function idleRole({ memberships }: Person): Role {
  return memberships.some(({ role }) => role === 'administrator') ? 'admin' : 'lector';
}

function refusalOf(actor: Actor, actions: readonly Action[]) {
  const roles = actions.flatMap((action) => POLICY[action].roles.map((role) => CODES[role as Held]!));
  return refuseRole(actor, [...new Set(roles)], POLICY[actions[0]!].words)!.refusal;
}
