import type { Json, JsonObject } from '../json.js';
import { type Draft, member, setMember } from './members.js';
import { type MergeRule, type MergeRules, noRules } from './merge-rules.js';
import { matchItems } from './match-items.js';
import { sameJson } from './same-json.js';
import { enter, inconsistency, isLiteral, shapeOf, type Walk } from './walk.js';

/**
 * The object after a release, the latest value of each field. Neither argument is changed: what the release leaves as
 * it was is shared with `before`, what is new and needs no change is shared with the release.
 * Undefined when there was nothing and the release says nothing (empty objects and lists down to the leaves).
 * @param isDraft true when `before` was made for this call, and may be written to.
 * https://standard.open-contracting.org/1.1/en/schema/merging/#object-values
 */
export function compileObject(
  before: JsonObject | undefined,
  input: JsonObject,
  rules: MergeRules,
  walk: Walk,
  isDraft = false,
): JsonObject | undefined {
  let after = isDraft ? (before as Draft) : undefined;
  let says = before !== undefined;
  // for…in: JSON objects inherit nothing enumerable, and it is a fifth faster here than Object.keys.
  for (const name in input) {
    const value = input[name];
    const old = before === undefined ? undefined : member(before, name);
    if (value === undefined || (value === old && typeof value !== 'object')) continue;
    const plain = typeof value !== 'object' && typeof old !== 'object' && !rules.omits;
    const next = plain ? value : compileMember(old, value, name, rules, walk);
    says ||= next !== undefined || (value === null && rules.byName.get(name)?.strategy !== 'omit');
    if (next === (before === undefined ? value : old)) continue;
    after ??= { ...(before ?? input) };
    setMember(after, name, next);
  }
  return says ? (after ?? before ?? input) : undefined;
}

function compileMember(old: Json | undefined, value: Json, name: string, rules: MergeRules, walk: Walk) {
  const rule = rules.byName.get(name);
  if (rule?.strategy === 'omit') return old;
  enter(walk, name);
  const next = compileValue(old, value, rule, walk);
  walk.trail.pop();
  return next;
}

function compileValue(old: Json | undefined, value: Json, rule: MergeRule | undefined, walk: Walk): Json | undefined {
  if (isLiteral(value, rule, walk)) return compileLiteral(old, value, rule, walk);
  if (Array.isArray(value)) return compileList(old, value as JsonObject[], rule, walk);
  const rules = rule?.members ?? noRules;
  if (isPlainObject(old, rule, walk)) return compileObject(old, value as JsonObject, rules, walk);
  const fresh = compileObject(undefined, value as JsonObject, rules, walk);
  if (fresh === undefined || old === undefined) return fresh ?? old;
  throw inconsistency(walk, shapeOf(old), value);
}

/** The reference keeps an object or a list of objects against a null or a text; the standard removes it on null. */
function compileLiteral(old: Json | undefined, value: Json, rule: MergeRule | undefined, walk: Walk) {
  const kept = old !== undefined && !isLiteral(old, rule, walk);
  if (kept && walk.reference) return old;
  if (value === null) return undefined;
  if (kept) throw inconsistency(walk, shapeOf(old), value);
  return sameJson(old, value) ? old : value;
}

function isPlainObject(old: Json | undefined, rule: MergeRule | undefined, walk: Walk): old is JsonObject {
  return typeof old === 'object' && !Array.isArray(old) && !isLiteral(old, rule, walk);
}

/** https://standard.open-contracting.org/1.1/en/schema/merging/#identifier-merge */
function compileList(
  old: Json | undefined,
  input: readonly JsonObject[],
  rule: MergeRule | undefined,
  walk: Walk,
): Json | undefined {
  const rules = rule?.members ?? noRules;
  // The reference appends objects to what was a list of values.
  const before =
    Array.isArray(old) && (walk.reference || !isLiteral(old, rule, walk)) ? (old as JsonObject[]) : undefined;
  const after = matchItems(before, input, rule, walk, (item, from) => compileItem(item, from, rules, walk));
  if (after === undefined || old === undefined || before !== undefined) return after ?? old;
  throw inconsistency(walk, shapeOf(old), input as Json[]);
}

/** An item keeps the id it came with: only a merge by position could change it. */
function compileItem(item: JsonObject | undefined, from: JsonObject, rules: MergeRules, walk: Walk) {
  const after = compileObject(item, from, rules, walk);
  if (item?.id === undefined || after?.id === item.id) return after;
  return { ...after, id: item.id };
}
