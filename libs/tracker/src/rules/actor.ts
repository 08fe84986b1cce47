import type { Bilingual } from '#ocds';
import { type CodeOf, labelOf } from '../model/enumerations.js';
import { refuse } from './refusal.js';

export type Role = CodeOf<'role'>;

/** Who acts, in which role and for which organisation. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
  readonly organisation?: string;
}

/** @returns the refusal when the role of an actor may not do something */
export function refuseRole({ role }: Actor, allowed: readonly Role[], action: Bilingual) {
  if (allowed.includes(role)) return undefined;
  const words = { role: labelOf('role', role), action, allowed: listOf(allowed) };
  return refuse(role === 'admin' ? 'ADMIN' : 'ROLE', words);
}

function listOf(roles: readonly Role[]): Bilingual {
  const labels = roles.map((role) => labelOf('role', role));
  return { es: labels.map(({ es }) => es).join(', '), en: labels.map(({ en }) => en).join(', ') };
}

export function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
