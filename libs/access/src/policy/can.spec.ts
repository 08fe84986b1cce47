import type { Actor } from './actor.js';
import { can, organisationsWhere } from './can.js';
import { type Action, ACTIONS, KEY_SCOPES, POLICY } from './policy.js';
import { ROLES, type Role } from './roles.js';

const holding = (role: Role, organisationId: string | null): Actor => ({
  kind: 'account',
  id: 'a',
  name: 'Ana',
  memberships: [{ role, organisationId }],
});

/** What each role may do in its own organisation, said again by hand: the policy has to be changed in both places. */
const IN_ITS_OWN: Readonly<Record<Role, string>> = {
  publisher: 'desk:enter batch:read batch:upload batch:cancel process:correct',
  reviewer: 'desk:enter batch:read process:correct process:approve process:withdraw publisher:settings source:manage',
  secretariat: 'desk:enter audit:read tracker:follow tracker:session tracker:moderate tracker:resolve',
  implementer: 'desk:enter tracker:follow tracker:report tracker:reply',
  monitor: 'desk:enter tracker:follow tracker:review tracker:assess',
  assessor: 'desk:enter tracker:follow tracker:assess',
  counterpart: 'desk:enter tracker:follow tracker:review',
  administrator:
    'desk:enter batch:read batch:cancel publisher:settings source:manage user:manage key:manage audit:read',
};

describe('the policy', () => {
  it.each(ROLES)('lets a %s do this in its organisation, and nothing in another', (role) => {
    const actor = holding(role, 'salud');
    expect(ACTIONS.filter((action) => can(actor, action, 'salud'))).toEqual(IN_ITS_OWN[role].split(' '));
    expect(ACTIONS.filter((action) => can(actor, action, 'educacion'))).toEqual([]);
  });

  it('lets a role over the platform act in every organisation, and on what belongs to all', () => {
    const actor = holding('administrator', null);
    expect(can(actor, 'user:manage', 'salud')).toBe(true);
    expect(can(actor, 'organisation:manage')).toBe(true);
    expect(can(holding('administrator', 'salud'), 'organisation:manage')).toBe(false);
    expect(can(holding('secretariat', null), 'reference:edit')).toBe(true);
    expect(can(holding('secretariat', 'contraloria'), 'reference:edit')).toBe(false);
  });

  it('allows nothing to who holds nothing', () => {
    const nobody: Actor = { kind: 'account', id: 'a', name: 'Ana', memberships: [] };
    expect(ACTIONS.filter((action) => can(nobody, action) || can(nobody, action, 'salud'))).toEqual([]);
  });

  it('keeps a key within its scopes, its organisation and what a publisher may', () => {
    const key: Actor = { ...holding('publisher', 'salud'), kind: 'key', scopes: ['batch:read', 'user:manage'] };
    expect(ACTIONS.filter((action) => can(key, action, 'salud'))).toEqual(['batch:read']);
    expect(can(key, 'batch:read', 'educacion')).toBe(false);
    const governs = (scope: Action) =>
      (POLICY[scope].roles as readonly string[]).includes('administrator') &&
      !['batch:read', 'batch:cancel'].includes(scope);
    expect(KEY_SCOPES.filter(governs)).toEqual([]);
  });

  it('says where something may be done', () => {
    expect(organisationsWhere(holding('publisher', 'salud'), 'batch:upload')).toEqual(['salud']);
    expect(organisationsWhere(holding('administrator', null), 'batch:read')).toBe('all');
    expect(organisationsWhere(holding('monitor', null), 'batch:upload')).toEqual([]);
  });
});
