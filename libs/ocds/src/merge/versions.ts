import type { Json, JsonObject } from '../json.js';
import { growing } from './growth.js';
import { type Draft, setMember } from './members.js';
import { sameJson } from './same-json.js';
import type { Walk } from './walk.js';

/** A value with the release it is taken from. https://standard.open-contracting.org/1.1/en/schema/merging/#versioned-values */
export interface Version extends JsonObject {
  readonly releaseID: Json;
  readonly releaseDate: Json;
  readonly releaseTag: Json;
  readonly value: Json;
}

/** The values of one field over time, oldest first. */
export type History = readonly Version[];

export function newVersion({ release }: Walk, value: Json): Version {
  const { id, date = null, tag = null } = release;
  return { releaseID: typeof id === 'object' ? null : (id ?? null), releaseDate: date, releaseTag: tag, value };
}

/** The history with one more version, or the same history when the value is the latest one already. */
export function addVersion(history: History, value: Json, walk: Walk): History {
  const latest = walk.reference ? history.findLast(isVersion) : history.at(-1);
  const same = latest?.value === value || sameJson(latest?.value, value, walk.reference);
  if (same) return history;
  const after = growing(history, walk.growth);
  after.push(newVersion(walk, value));
  return after;
}

/**
 * Tells a history from a list of versioned items: in an item every member but its `id` is a history, an object or a
 * list, while the `releaseID` of a version is a plain value.
 */
export function isHistory(value: Json | undefined): value is History {
  return Array.isArray(value) && isVersion(value[0] as Json | undefined);
}

function isVersion(entry: Json | undefined): entry is Version {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return false;
  const { releaseID } = entry as JsonObject;
  return releaseID === null || (releaseID !== undefined && typeof releaseID !== 'object');
}

/** True when the field never had a value, only nulls. */
export function isVoid(history: History): boolean {
  return history.every(({ value }) => value === null);
}

/**
 * Removes an object, or a list of objects, from a versioned release: each of its fields gets a version without value.
 * A list or an object has no history of its own to note the null in.
 */
export function withdraw(value: Json, walk: Walk): Json {
  if (isHistory(value)) return addVersion(value, null, walk);
  if (Array.isArray(value)) return value.map((item: Json) => withdraw(item, walk));
  return typeof value === 'object' && value !== null ? withdrawMembers(value as JsonObject, walk) : value;
}

function withdrawMembers(object: JsonObject, walk: Walk): JsonObject {
  const after: Draft = { ...object };
  for (const name of Object.keys(object)) setMember(after, name, withdraw(object[name]!, walk));
  return after;
}
