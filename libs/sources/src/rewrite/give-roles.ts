import { isJsonObject, type Json, type JsonObject } from '#ocds';
import type { Note } from './rewrite-change.js';

export interface GivenRoles {
  /** Path of a reference, as `tender/tenderers` → role. */
  readonly roles: ReadonlyMap<string, string>;
  /** What the releases of the process before this one come to: what they refer to counts too. */
  readonly previous?: JsonObject | undefined;
}

/** Gives the organisations in `parties` the role in which the process refers to them, where they lack it. */
export function giveRoles(release: JsonObject, { roles, previous = {} }: GivenRoles, note: Note): JsonObject {
  if (!Array.isArray(release.parties) || roles.size === 0) return release;
  const wanted = rolesById([previous, release], roles);
  const parties = release.parties.map((party: Json, position) => {
    if (!isJsonObject(party)) return party;
    const own = Array.isArray(party.roles) ? (party.roles as readonly Json[]) : [];
    const missing = [...(wanted.get(party.id) ?? [])].filter((role) => !own.includes(role));
    if (missing.length === 0) return party;
    const after = [...own, ...missing];
    const pointer = `/parties/${position}/roles`;
    note({ pointer, rule: 'party-role', before: party.roles, after, message: messageOf(missing) });
    return { ...party, roles: after };
  });
  return parties.every((party, position) => party === (release.parties as readonly Json[])[position])
    ? release
    : { ...release, parties };
}

function rolesById(
  releases: readonly JsonObject[],
  roles: ReadonlyMap<string, string>,
): ReadonlyMap<Json | undefined, Set<string>> {
  const found = new Map<Json | undefined, Set<string>>();
  for (const [path, role] of roles) {
    for (const { id } of objectsAt(releases, path.split('/'))) {
      if (id !== undefined && id !== null) found.set(id, (found.get(id) ?? new Set()).add(role));
    }
  }
  return found;
}

function objectsAt(value: Json | undefined, path: readonly string[]): readonly JsonObject[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => objectsAt(item, path));
  if (!isJsonObject(value)) return [];
  const [name, ...rest] = path;
  return name === undefined ? [value] : objectsAt(value[name], rest);
}

function messageOf(roles: readonly string[]) {
  const list = roles.join(', ');
  return {
    es: `El proceso se refiere a la organización con una función que no tenía: ${list}.`,
    en: `The process refers to the organisation in a role that it lacked: ${list}.`,
  };
}
