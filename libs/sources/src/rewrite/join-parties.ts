import { isJsonObject, type Json, type JsonObject } from '#ocds';
import { joinPieces } from '../process/join-pieces.js';
import type { Note } from './rewrite-change.js';

/**
 * Describes once an organisation that the source describes once per role, with the same id: the roles of all, and of
 * the rest what a later description says.
 */
export function joinParties(release: JsonObject, note: Note): JsonObject {
  const parties = Array.isArray(release.parties) ? (release.parties as readonly Json[]) : [];
  const twins = [...groupById(parties).values()].filter((group) => group.length > 1);
  if (twins.length === 0) return release;
  for (const group of twins) {
    note({ pointer: '/parties', rule: 'join-parties', before: group, after: joined(group)[0], message });
  }
  return { ...release, parties: joined(parties) };
}

const message = {
  es: 'La organización estaba descrita más de una vez con el mismo id: se describe una sola vez, con todas sus funciones.',
  en: 'The organisation was described more than once with the same id: it is described once, with all of its roles.',
};

function groupById(parties: readonly Json[]): ReadonlyMap<Json, readonly Json[]> {
  const groups = new Map<Json, Json[]>();
  for (const party of parties) {
    const id = isJsonObject(party) ? party.id : undefined;
    if (id === undefined || id === null) continue;
    const group = groups.get(id) ?? [];
    group.push(party);
    groups.set(id, group);
  }
  return groups;
}

function joined(parties: readonly Json[]): readonly Json[] {
  return joinPieces([{ number: '', members: { parties } }]).parties as readonly Json[];
}
