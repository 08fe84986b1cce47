import type { Json, JsonObject } from '../json.js';
import { matchItems } from './match-items.js';
import { type Draft, member, setMember } from './members.js';
import { type MergeRule, type MergeRules, noRules } from './merge-rules.js';
import { addVersion, type History, isHistory, isVoid, newVersion, withdraw } from './versions.js';
import { enter, inconsistency, isLiteral, shapeOf, type Walk } from './walk.js';

/**
 * The versioned object after a release: each literal field a history, with one more version where it changed.
 * `before` is not changed; what stays is shared with it. Undefined when there was nothing and the release says nothing.
 * @param isItem true for an item of a list matched by id, whose own `id` is not versioned.
 * https://standard.open-contracting.org/1.1/en/schema/merging/#versioned-values
 */
export function versionObject(
  before: JsonObject | undefined,
  input: JsonObject,
  rules: MergeRules,
  walk: Walk,
  isItem = false,
): JsonObject | undefined {
  let after: Draft | undefined;
  // for…in as in compileObject.
  for (const name in input) {
    const value = input[name];
    const old = before === undefined ? undefined : member(before, name);
    const next = isItem && name === 'id' ? (old ?? value ?? undefined) : versionMember(old, value, name, rules, walk);
    if (next === old) continue;
    after ??= { ...before };
    setMember(after, name, next);
  }
  return after ?? before;
}

function versionMember(old: Json | undefined, value: Json | undefined, name: string, rules: MergeRules, walk: Walk) {
  if (value === undefined) return old;
  if (typeof value !== 'object' && !rules.omits) {
    if (old === undefined) return [newVersion(walk, value)];
    if (isHistory(old)) return addVersion(old, value, walk);
  }
  const rule = rules.byName.get(name);
  if (rule?.strategy === 'omit') return old;
  enter(walk, name);
  const next = versionValue(old, value, rule, walk);
  walk.trail.pop();
  return next;
}

function versionValue(old: Json | undefined, value: Json, rule: MergeRule | undefined, walk: Walk): Json | undefined {
  if (isLiteral(value, rule, walk)) return versionLiteral(old, value, rule, walk);
  if (Array.isArray(value)) return versionList(old, value as JsonObject[], rule, walk);
  const rules = rule?.members ?? noRules;
  if (isVersionedObject(old)) return versionObject(old, value as JsonObject, rules, walk);
  const fresh = versionObject(undefined, value as JsonObject, rules, walk);
  return replaceNothing(old, fresh, value, walk);
}

function versionLiteral(old: Json | undefined, value: Json, rule: MergeRule | undefined, walk: Walk) {
  if (isHistory(old)) return addVersion(old, value, walk);
  if (old === undefined) return isNeedless(value, rule, walk) ? undefined : [newVersion(walk, value)];
  if (walk.reference) return old;
  if (value === null) return withdraw(old, walk);
  throw inconsistency(walk, shapeOf(old), value);
}

/** A null removes nothing here, and an object or a list of the schema has no place for it in a versioned release. */
function isNeedless(value: Json, rule: MergeRule | undefined, walk: Walk): boolean {
  return value === null && rule?.strategy === 'merge' && !walk.reference;
}

function isVersionedObject(old: Json | undefined): old is JsonObject {
  return typeof old === 'object' && old !== null && !Array.isArray(old);
}

function versionList(old: Json | undefined, input: readonly JsonObject[], rule: MergeRule | undefined, walk: Walk) {
  const rules = rule?.members ?? noRules;
  const isList = Array.isArray(old) && !isHistory(old);
  // The reference appends the items to the history of what was a literal.
  const before = isList || (walk.reference && Array.isArray(old)) ? (old as readonly JsonObject[]) : undefined;
  const after = matchItems(before, input, rule, walk, (item, from) => versionObject(item, from, rules, walk, true));
  return before === undefined ? replaceNothing(old, after, input, walk) : after;
}

/** An object or a list takes the place of nothing, or of a field that only ever was null. */
function replaceNothing(old: Json | undefined, fresh: Json | undefined, input: Json, walk: Walk): Json | undefined {
  if (fresh === undefined || old === undefined) return fresh ?? old;
  const replaceable = isHistory(old) && !walk.reference && isVoid(old as History);
  if (!replaceable) throw inconsistency(walk, isHistory(old) ? 'value' : shapeOf(old), input);
  return fresh;
}
