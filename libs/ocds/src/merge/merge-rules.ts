import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { MergeError } from './merge-error.js';

/** What to do, against the rule, with the items of a list whose ids are known to be bad. */
export type MergeOverride = 'APPEND' | 'MERGE_BY_POSITION';

/** How a field is merged. A field that has no rule is merged by the shape of its data. */
export interface MergeRule {
  readonly strategy: 'omit' | 'whole' | 'merge';
  readonly members: MergeRules;
  readonly override?: MergeOverride;
}

/** The rules of the members of an object, or of the items of a list. */
export interface MergeRules {
  readonly byName: ReadonlyMap<string, MergeRule>;
  /** True when a member is left out of the merge; where it is false, texts and numbers need no look-up. */
  readonly omits: boolean;
}

export const noRules: MergeRules = { byName: new Map(), omits: false };
const omitted: MergeRule = { strategy: 'omit', members: noRules };
const whole: MergeRule = { strategy: 'whole', members: noRules };
const derived = new WeakMap<JsonObject, MergeRules>();

/**
 * The merge rules of a release schema, plain or extended, with its `$ref`s in place; derived once per schema object,
 * so give the same object again and do not change it. OCDS 1.1 keywords, and 1.0's `mergeStrategy`.
 * https://standard.open-contracting.org/1.1/en/schema/merging/#merging-specification
 * @throws MergeError SCHEMA_UNUSABLE when there are no properties, or a reference leads out of the document.
 */
export function mergeRulesOf(schema: JsonObject): MergeRules {
  const known = derived.get(schema);
  if (known) return known;
  const rules = releaseRules(schema);
  derived.set(schema, rules);
  return rules;
}

/** What the merge itself writes at the top is never merged, whatever the schema says (1.0 has no rule for `tag`). */
function releaseRules(schema: JsonObject): MergeRules {
  const properties = resolve(schema, schema)?.properties;
  if (!isJsonObject(properties)) throw unusable('properties');
  const { byName } = membersOf(properties, { schema, known: new Map() });
  return {
    byName: new Map([...byName, ...['ocid', 'id', 'date', 'tag'].map((name) => [name, omitted] as const)]),
    omits: true,
  };
}

interface Derivation {
  readonly schema: JsonObject;
  /** By `properties` object: what a `$ref` leads to is derived once, and a schema that refers to itself comes to an end. */
  readonly known: Map<JsonObject, MergeRules>;
}

function membersOf(properties: JsonObject, derivation: Derivation): MergeRules {
  const known = derivation.known.get(properties);
  if (known) return known;
  const byName = new Map<string, MergeRule>();
  const rules = { byName, omits: false };
  derivation.known.set(properties, rules);
  for (const [name, field] of Object.entries(properties)) {
    const rule = ruleOf(resolve(field, derivation.schema), derivation);
    if (rule) byName.set(name, rule);
    if (rule?.strategy === 'omit') rules.omits = true;
  }
  return rules;
}

/** In the order of precedence of the standard: discarded fields, whole lists, objects, lists by the type of their items. */
function ruleOf(field: JsonObject | undefined, derivation: Derivation): MergeRule | undefined {
  if (field === undefined) return undefined;
  if (field.omitWhenMerged === true || field.mergeStrategy === 'ocdsOmit') return omitted;
  const isList = hasType(field, 'array');
  if (isList && (field.wholeListMerge === true || field.mergeStrategy === 'ocdsVersion')) return whole;
  if (hasType(field, 'object') && isJsonObject(field.properties)) return merged(field.properties, derivation);
  return isList ? ruleOfItems(resolve(field.items, derivation.schema), derivation) : undefined;
}

function ruleOfItems(items: JsonObject | undefined, derivation: Derivation): MergeRule | undefined {
  if (items === undefined) return undefined;
  if (typesOf(items).some((type) => type !== 'object')) return whole;
  if (!hasType(items, 'object') || !isJsonObject(items.properties)) return undefined;
  return Object.hasOwn(items.properties, 'id') ? merged(items.properties, derivation) : whole;
}

function merged(properties: JsonObject, derivation: Derivation): MergeRule {
  return { strategy: 'merge', members: membersOf(properties, derivation) };
}

function hasType(field: JsonObject, type: string): boolean {
  return typesOf(field).includes(type);
}

function typesOf(field: JsonObject): readonly Json[] {
  return field.type === undefined ? [] : Array.isArray(field.type) ? field.type : [field.type as Json];
}

/** What stands where a `$ref` leads; draft 4 ignores what stands beside a `$ref`. */
function resolve(field: Json | undefined, schema: JsonObject): JsonObject | undefined {
  let found = field;
  for (let hops = 0; isJsonObject(found) && typeof found.$ref === 'string'; hops += 1) {
    if (hops > 50) throw unusable(found.$ref);
    found = follow(found.$ref, schema);
  }
  return isJsonObject(found) ? found : undefined;
}

/** RFC 6901, in a URI fragment. */
function follow(reference: string, schema: JsonObject): Json {
  if (!reference.startsWith('#')) throw unusable(reference);
  const steps = decodeURIComponent(reference.slice(1)).split('/').slice(1);
  let place: Json | undefined = schema;
  for (const step of steps) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, name)) throw unusable(reference);
    place = (place as JsonObject)[name];
  }
  return place as Json;
}

function unusable(detail: string): MergeError {
  return new MergeError('SCHEMA_UNUSABLE', { path: '', detail });
}
