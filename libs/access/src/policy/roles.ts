/** What somebody may be, in an organisation or over the whole platform. */
export const ROLES = [
  'publisher',
  'reviewer',
  'secretariat',
  'implementer',
  'monitor',
  'assessor',
  'counterpart',
  'administrator',
] as const;

export type Role = (typeof ROLES)[number];

/** Roles that may be held over all organisations at once. */
export const PLATFORM_ROLES: readonly Role[] = ['administrator', 'monitor', 'secretariat'];
