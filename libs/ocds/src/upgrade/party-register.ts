import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { sameJson } from '../merge/same-json.js';
import { saidMembers } from './change.js';
import { derivePartyId, isWord } from './party-id.js';

/** The parties of one release, while organisations move to it. */
export interface PartyRegister {
  /** Enters an organisation in a role; what comes back stands in its place. A plain reference comes back as it is. */
  readonly refer: (organisation: Json, role: string) => Json;
  /** Those there were and those added; undefined when nothing changed. */
  readonly all: () => readonly JsonObject[] | undefined;
}

/** @param known the `parties` of the release, whatever they are. */
export function createPartyRegister(known: Json | undefined): PartyRegister {
  const parties: JsonObject[] = Array.isArray(known) ? [...(known as readonly JsonObject[])] : [];
  const places = new Map(parties.flatMap((party, at) => namesOf(party).map((name) => [name, at] as const)).toReversed());
  // Parties that are no list cannot be added to: then everything stays.
  const isClosed = known !== undefined && known !== null && !Array.isArray(known);
  let changed = false;

  function enter(id: string | number, organisation: JsonObject, role: string): Json {
    const place = placeOf(id, organisation);
    const party = place === undefined ? undefined : parties[place]!;
    const own = party?.id ?? String(id);
    const entered = withRole(party ?? { ...organisation, id: own }, role);
    if (entered !== party) {
      changed = true;
      if (place !== undefined) parties[place] = entered;
      else for (const name of [...namesOf(entered)]) places.set(name, parties.length);
      if (place === undefined) parties.push(entered);
    }
    return { id: own, ...nameOf(organisation), ...differences(organisation, entered) };
  }

  /** By the id it has; else by its identifier, as a party may have another id; else by the id made for it. */
  function placeOf(id: string | number, organisation: JsonObject): number | undefined {
    return isWord(organisation.id) ? places.get(byId(id)) : (places.get(byIdentifier(organisation)) ?? places.get(byId(id)));
  }

  return {
    refer(organisation, role) {
      if (isClosed || !isJsonObject(organisation) || isReference(organisation)) return organisation;
      const id = isWord(organisation.id) ? organisation.id : derivePartyId(organisation);
      if (id === undefined) return organisation;
      const reference = enter(id, organisation, role);
      return sameJson(reference, organisation) ? organisation : reference;
    },
    all: () => (changed ? parties : undefined),
  };
}

/** What 1.1 has in the place of an organisation. */
function isReference(organisation: JsonObject): boolean {
  return isWord(organisation.id) && Object.keys(organisation).every((name) => name === 'id' || name === 'name');
}

function namesOf(party: JsonObject): readonly string[] {
  if (!isJsonObject(party)) return [];
  return [...(isWord(party.id) ? [byId(party.id)] : []), ...(isIdentified(party) ? [byIdentifier(party)] : [])];
}

function byId(id: string | number): string {
  return `id ${id}`;
}

function byIdentifier({ identifier }: JsonObject): string {
  const { scheme, id } = isJsonObject(identifier) ? identifier : {};
  return `identifier ${JSON.stringify([scheme ?? null, isWord(id) ? String(id) : null])}`;
}

function isIdentified(party: JsonObject): boolean {
  return derivePartyId({ ...party, name: null, identifier: withoutNames(party.identifier) }) !== undefined;
}

function withoutNames(identifier: Json | undefined): JsonObject {
  return Object.fromEntries(saidMembers(identifier).filter(([name]) => name !== 'legalName'));
}

function withRole(party: JsonObject, role: string): JsonObject {
  const roles: readonly Json[] = Array.isArray(party.roles) ? party.roles : [party.roles ?? []].flat();
  if (roles.includes(role)) return party;
  const { id, ...rest } = party;
  return { id, ...rest, roles: [...roles, role] };
}

function nameOf({ name }: JsonObject): JsonObject {
  return name === undefined ? {} : { name };
}

/** What the organisation says and the party does not, or says otherwise; it stays with the reference. */
function differences(organisation: JsonObject, party: JsonObject): JsonObject {
  const own = saidMembers(organisation).filter(([name]) => name !== 'id' && name !== 'name' && name !== 'roles');
  return Object.fromEntries(own.filter(([name, value]) => !covers(party[name], value)));
}

function covers(known: Json | undefined, value: Json): boolean {
  if (!isJsonObject(value)) return sameJson(known, value);
  return isJsonObject(known) && saidMembers(value).every(([name, own]) => sameJson(known[name], own));
}
