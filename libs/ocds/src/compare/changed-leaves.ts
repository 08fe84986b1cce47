import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { sameJson } from '../merge/same-json.js';
import type { Field } from '../validate/schema-field.js';
import { pointerOf, type Step } from './identity-pointer.js';
import { isObjectList, matchLists } from './match-lists.js';
import { releaseFields } from './release-fields.js';

/** One value that is no longer what it was: a text, a number, a flag, or a list of such, which is one value. */
export interface LeafChange {
  /** By identity, as `pointerOf` writes it. */
  readonly pointer: string;
  readonly steps: readonly Step[];
  /** Absent for a value that was not there. */
  readonly before?: Json;
  /** Absent for a value that is gone. */
  readonly after?: Json;
  /** The objects around the value, the release first, on each side where they are. */
  readonly around: readonly Pair[];
}

export interface Pair {
  readonly before?: JsonObject;
  readonly after?: JsonObject;
}

/**
 * The values in which two releases of a process differ, apart from their ocids, ids, dates and tags: each once, items of lists
 * by what they are and not by where they stand. What is null, or an empty list or object, is absent.
 */
export function changedLeaves(before: JsonObject, after: JsonObject): readonly LeafChange[] {
  const changes: LeafChange[] = [];
  const place = { steps: [], around: [], field: releaseFields() };
  compareObjects({ before: withoutHead(before), after: withoutHead(after) }, place, changes);
  return changes;
}

function withoutHead({ ocid: _ocid, id: _id, date: _date, tag: _tag, ...content }: JsonObject): JsonObject {
  return content;
}

interface Place {
  readonly steps: readonly Step[];
  readonly around: readonly Pair[];
  readonly field: Field | undefined;
}

/** Deeper values are compared as one; no field of the standard lies below 10, and the stack has an end. */
const DEEPEST = 64;

function compareValues(before: Json | undefined, after: Json | undefined, place: Place, changes: LeafChange[]): void {
  if (before === after) return;
  if (place.steps.length > DEEPEST) return addLeaf(before, after, place, changes);
  const kinds = [kindOf(before), kindOf(after)];
  if (kinds.includes('leaf') && !kinds.some((kind) => kind === 'object' || kind === 'list')) {
    addLeaf(before, after, place, changes);
  } else if (kinds[0] !== kinds[1] && !kinds.includes('nothing')) {
    compareValues(before, undefined, place, changes);
    compareValues(undefined, after, place, changes);
  } else if (kinds.includes('object')) {
    compareObjects(pairOf(before as JsonObject, after as JsonObject), place, changes);
  } else if (kinds.includes('list')) {
    compareLists((before ?? []) as readonly JsonObject[], (after ?? []) as readonly JsonObject[], place, changes);
  }
}

function kindOf(value: Json | undefined): 'nothing' | 'leaf' | 'object' | 'list' {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : isObjectList(value) ? 'list' : 'leaf';
  return isJsonObject(value) ? 'object' : 'leaf';
}

function addLeaf(was: Json | undefined, is: Json | undefined, { steps, around }: Place, changes: LeafChange[]): void {
  const [before, after] = [was, is].map((value) => (kindOf(value) === 'nothing' ? undefined : value));
  if (sameJson(before, after)) return;
  changes.push({ pointer: pointerOf(steps), steps, around, ...sides(before, after) });
}

function compareObjects(pair: Pair, place: Place, changes: LeafChange[]): void {
  const members = place.field?.members();
  const around = [...place.around, pair];
  for (const name of new Set([...Object.keys(pair.before ?? {}), ...Object.keys(pair.after ?? {})])) {
    const inside = { steps: [...place.steps, name], around, field: members?.get(name) };
    compareValues(pair.before?.[name], pair.after?.[name], inside, changes);
  }
}

function compareLists(
  before: readonly JsonObject[],
  after: readonly JsonObject[],
  place: Place,
  changes: LeafChange[],
): void {
  for (const { step, ...pair } of matchLists(before, after, place.field?.identity ?? 'id')) {
    if (pair.before === pair.after) continue;
    compareObjects(pairOf(pair.before, pair.after), { ...place, steps: [...place.steps, step] }, changes);
  }
}

function pairOf(before: JsonObject | undefined, after: JsonObject | undefined): Pair {
  return sides(isJsonObject(before) ? before : undefined, isJsonObject(after) ? after : undefined);
}

function sides<T>(before: T | undefined, after: T | undefined): { readonly before?: T; readonly after?: T } {
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}
