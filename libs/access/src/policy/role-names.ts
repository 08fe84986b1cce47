import type { Role } from './roles.js';

/** What each role is called on screen and in the manual. */
export const ROLE_NAMES: Readonly<Record<Role, { readonly es: string; readonly en: string }>> = {
  publisher: { es: 'publica', en: 'publisher' },
  reviewer: { es: 'revisa', en: 'reviewer' },
  secretariat: { es: 'secretariado', en: 'secretariat' },
  implementer: { es: 'implementa', en: 'implementer' },
  monitor: { es: 'monitor', en: 'monitor' },
  assessor: { es: 'evaluación externa', en: 'external assessor' },
  counterpart: { es: 'contraparte', en: 'counterpart' },
  administrator: { es: 'administra', en: 'administrator' },
};
