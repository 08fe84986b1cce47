import { isJsonObject, type Json, type JsonObject } from '../json.js';

type Change = (value: Json) => Json;

/** The object with one member changed, in its place; the same object when the member is absent, null or unchanged. */
export function changeMember(object: JsonObject, name: string, change: Change): JsonObject {
  const before = object[name];
  if (before === undefined || before === null) return object;
  const after = change(before);
  return after === before ? object : { ...object, [name]: after };
}

/** Changes each entry of a list; what is no list, and a list where nothing changes, stays the same. */
export function changeEach(change: Change): Change {
  return (list) => {
    if (!Array.isArray(list)) return list;
    const changed = list.map(change);
    return changed.every((entry, index) => entry === list[index]) ? list : changed;
  };
}

export function withoutMember(object: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([own]) => own !== name));
}

const HEAD = new Set(['ocid', 'id', 'date', 'tag', 'initiationType', 'language']);

/** The release with these parties; a release that had none gets them after what identifies it. */
export function withParties(release: JsonObject, parties: readonly JsonObject[] | undefined): JsonObject {
  if (parties === undefined) return release;
  if (Object.hasOwn(release, 'parties')) return { ...release, parties };
  const members = Object.entries(release);
  const isHead = ([name]: readonly [string, unknown]) => HEAD.has(name);
  const rest = members.filter((member) => !isHead(member));
  return Object.fromEntries([...members.filter(isHead), ['parties', parties], ...rest]);
}

/** The members of an object that say something. */
export function saidMembers(value: Json | undefined): readonly (readonly [string, Json])[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, own]) => (own === undefined || own === null ? [] : [[name, own]]));
}
