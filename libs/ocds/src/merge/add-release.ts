import type { JsonObject } from '../json.js';
import { compileObject } from './compile-fields.js';
import { defaultMergeRules } from './default-merge-rules.js';
import type { Growth } from './growth.js';
import type { MergeRules } from './merge-rules.js';
import type { MergeWarning } from './merge-warning.js';
import { type MergeOverrides, overrideRules } from './override-rules.js';
import { versionObject } from './version-fields.js';
import { described, type Walk } from './walk.js';

export interface MergeOptions {
  /** From `mergeRulesOf`; those of the OCDS 1.1 release schema unless given. */
  readonly rules?: MergeRules;
  /**
   * `standard` (the default): the merge routine as written. `reference`: as the Python reference implementation does
   * where it departs from it: dates compared as texts, objects and lists kept against a null or a text, true equal to
   * 1, lists of values mixed with objects. Not taken from it: a null id as an id, and 1 and "1" taken for each other
   * in fields known before.
   */
  readonly compatibility?: 'standard' | 'reference';
  /** Lists with bad ids, by path: what to do instead of matching by id. */
  readonly overrides?: MergeOverrides;
}

/** What the options come to. */
export interface MergePlan {
  readonly rules: MergeRules;
  readonly reference: boolean;
}

export function planMerge({ rules = defaultMergeRules(), compatibility, overrides }: MergeOptions): MergePlan {
  return { rules: overrides ? overrideRules(rules, overrides) : rules, reference: compatibility === 'reference' };
}

/** The compiled release after one more release, which is not older than those before it. */
export function addToCompiled(
  before: JsonObject | undefined,
  release: JsonObject,
  plan: MergePlan,
  warnings: MergeWarning[],
  growth: Growth,
): JsonObject {
  const { ocid, date } = release;
  const dated = date === undefined || date === null ? {} : { date };
  const head = { ...before, tag: ['compiled'], id: compiledId(release, plan), ...dated, ocid };
  return compileObject(head, release, plan.rules, walkOf(release, plan, warnings, growth), true) as JsonObject;
}

/** The versioned release after one more release. */
export function addToVersioned(
  before: JsonObject | undefined,
  release: JsonObject,
  plan: MergePlan,
  growth: Growth,
): JsonObject {
  const head = before ?? { ocid: release.ocid };
  return versionObject(head, release, plan.rules, walkOf(release, plan, [], growth)) as JsonObject;
}

/** `{ocid}-{date}`; a single release without date has no date to add, where the reference writes Python's `None`. */
function compiledId({ ocid, date }: JsonObject, { reference }: MergePlan): string {
  if (date === undefined || date === null) return reference ? `${String(ocid)}-None` : String(ocid);
  return `${String(ocid)}-${typeof date === 'string' ? date : described(date)}`;
}

function walkOf(release: JsonObject, { reference }: MergePlan, warnings: MergeWarning[], growth: Growth): Walk {
  return { reference, release, trail: [], warnings, growth };
}
