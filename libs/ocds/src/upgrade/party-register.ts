import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { sameJson } from '../merge/same-json.js';
import { saidMembers } from './change.js';
import { derivePartyId, isWord, partyIdentity } from './party-id.js';

/** The parties of one release, while organisations move to it. */
export interface PartyRegister {
  /** Enters an organisation in a role; what comes back stands in its place. A plain reference comes back as it is. */
  readonly refer: (organisation: Json, role: string) => Json;
  /** Those there were and those added; undefined when nothing changed. */
  readonly all: () => readonly JsonObject[] | undefined;
}

/** @param known the `parties` of the release, whatever they are. */
export function createPartyRegister(known: Json | undefined): PartyRegister {
  // Parties that are no list cannot be added to: then everything stays.
  const isClosed = known !== undefined && known !== null && !Array.isArray(known);
  const parties: JsonObject[] = Array.isArray(known) ? [...(known as readonly JsonObject[])] : [];
  const places = new Map<string, number>();
  parties.forEach((party, place) => index(party, place));
  let changed = false;

  function index(party: JsonObject, place: number): void {
    for (const name of namesOf(party)) if (!places.has(name)) places.set(name, place);
  }

  function enter(id: string | number, organisation: JsonObject, role: string): JsonObject {
    const place = placeOf(organisation, places, id) ?? parties.length;
    const present = parties[place];
    const party = withRole(present ?? organisation, present?.id ?? String(id), role);
    if (party === present) return party;
    changed = true;
    parties[place] = party;
    index(party, place);
    return party;
  }

  return {
    refer(organisation, role) {
      if (isClosed || !isJsonObject(organisation) || isReference(organisation)) return organisation;
      const id = isWord(organisation.id) ? organisation.id : derivePartyId(organisation);
      if (id === undefined) return organisation;
      const reference = referenceTo(enter(id, organisation, role), organisation);
      return sameJson(reference, organisation) ? organisation : reference;
    },
    all: () => (changed ? parties : undefined),
  };
}

/** By the id it has; else by its identifier and name, since a party may go by another id; else by the id made for it. */
function placeOf(organisation: JsonObject, places: ReadonlyMap<string, number>, id: string | number) {
  const own = places.get(byId(id));
  return isWord(organisation.id) ? own : (places.get(byIdentity(organisation)) ?? own);
}

/** What the organisation says and the party does not, or says otherwise, stays with the reference. */
function referenceTo(party: JsonObject, organisation: JsonObject): JsonObject {
  const { name } = organisation;
  const own = saidMembers(organisation).filter(([member]) => !['id', 'name', 'roles'].includes(member));
  const differences = own.filter(([member, value]) => !covers(party[member], value));
  return { id: party.id, ...(name !== undefined && { name }), ...Object.fromEntries(differences) };
}

function covers(known: Json | undefined, value: Json): boolean {
  if (!isJsonObject(value)) return sameJson(known, value);
  return isJsonObject(known) && saidMembers(value).every(([name, own]) => sameJson(known[name], own));
}

/** What 1.1 has in the place of an organisation. */
function isReference(organisation: JsonObject): boolean {
  return isWord(organisation.id) && Object.keys(organisation).every((name) => name === 'id' || name === 'name');
}

/** What a party can be found by. */
function namesOf(party: JsonObject): readonly string[] {
  if (!isJsonObject(party)) return [];
  return [...(isWord(party.id) ? [byId(party.id)] : []), byIdentity(party)];
}

function byId(id: string | number): string {
  return `id ${id}`;
}

function byIdentity(party: JsonObject): string {
  return `identity ${partyIdentity(party)}`;
}

function withRole(party: JsonObject, id: Json, role: string): JsonObject {
  const roles = Array.isArray(party.roles)
    ? (party.roles as readonly Json[])
    : isWord(party.roles)
      ? [party.roles]
      : [];
  if (party.id === id && roles.includes(role)) return party;
  const { id: _, ...rest } = party;
  return { id, ...rest, roles: roles.includes(role) ? roles : [...roles, role] };
}
