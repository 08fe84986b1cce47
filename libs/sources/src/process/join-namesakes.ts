import { isJsonObject, type Json, type JsonObject } from '#ocds';
import { normaliseOrganisationName } from '../party/normalise-organisation-name.js';
import { joinPieces } from './join-pieces.js';

export interface JoinedNamesakes {
  readonly members: JsonObject;
  /** Ids that were given up, and those that took their place. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * Within one process, takes an organisation known by its name alone for the one of the same name that has a number: a
 * bidder is listed without its RFC, and wins with it. Where two with that name have numbers nothing is joined; across
 * processes nothing ever is (docs/decisions/0007-namesakes-of-one-process.md).
 */
export function joinNamesakes(members: JsonObject): JoinedNamesakes {
  const parties = (Array.isArray(members.parties) ? members.parties : []) as readonly JsonObject[];
  const renamed = renamesOf(parties);
  if (renamed.size === 0) return { members, renamed };
  const same = renameIds(members, renamed) as JsonObject;
  return { members: joinPieces([{ number: '', members: same }]), renamed };
}

function renamesOf(parties: readonly JsonObject[]): ReadonlyMap<string, string> {
  const numbered = new Map<string, Set<string>>();
  for (const party of parties) {
    if (party.identifier === undefined) continue;
    const key = keyOf(party);
    if (key !== '') numbered.set(key, (numbered.get(key) ?? new Set()).add(String(party.id)));
  }
  return new Map(
    parties.flatMap((party): [string, string][] => {
      const [only, ...others] = numbered.get(keyOf(party)) ?? [];
      return party.identifier !== undefined || only === undefined || others.length > 0
        ? []
        : [[String(party.id), only]];
    }),
  );
}

function keyOf({ name }: JsonObject): string {
  return typeof name === 'string' ? normaliseOrganisationName(name) : '';
}

/** The name under which a party is referred to stays as it was written there. */
function renameIds(value: Json, renamed: ReadonlyMap<string, string>): Json {
  if (Array.isArray(value)) return joinSame((value as readonly Json[]).map((item) => renameIds(item, renamed)));
  if (!isJsonObject(value)) return value;
  const members = (Object.entries(value) as [string, Json][]).map(([name, member]): [string, Json] => [
    name,
    name === 'id' ? (renamed.get(String(member)) ?? member) : renameIds(member, renamed),
  ]);
  return Object.fromEntries(members);
}

/** A list may refer to both. */
function joinSame(list: readonly Json[]): readonly Json[] {
  return joinPieces([{ number: '', members: { list: [...list] } }]).list as readonly Json[];
}
