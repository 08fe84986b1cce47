import type { JsonObject } from '../json.js';
import { compileObject } from './compile-fields.js';
import { defaultMergeRules } from './default-merge-rules.js';
import type { MergeRules } from './merge-rules.js';
import type { MergeWarning } from './merge-warning.js';
import { type MergeOverrides, overrideRules } from './override-rules.js';
import { versionObject } from './version-fields.js';
import type { Walk } from './walk.js';

export interface MergeOptions {
  /** From `mergeRulesOf`; those of the OCDS 1.1 release schema unless given. */
  readonly rules?: MergeRules;
  /** `standard`: as written (the default). `reference`: as the Python reference implementation does where it departs. */
  readonly compatibility?: 'standard' | 'reference';
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
): JsonObject {
  const { ocid, date } = release;
  const dated = date === undefined || date === null ? {} : { date };
  const head = { ...before, tag: ['compiled'], id: compiledId(release, plan), ...dated, ocid };
  return compileObject(head, release, plan.rules, walkOf(release, plan, warnings)) as JsonObject;
}

/** The versioned release after one more release. */
export function addToVersioned(before: JsonObject | undefined, release: JsonObject, plan: MergePlan): JsonObject {
  return versionObject(before ?? { ocid: release.ocid }, release, plan.rules, walkOf(release, plan, [])) as JsonObject;
}

/** `{ocid}-{date}`; a single release without date has nothing to add, where the reference writes Python's `None`. */
function compiledId({ ocid, date }: JsonObject, { reference }: MergePlan): string {
  const known = date !== undefined && date !== null;
  const text = typeof date === 'string' ? date : JSON.stringify(date);
  if (known) return `${String(ocid)}-${text}`;
  return reference ? `${String(ocid)}-None` : String(ocid);
}

function walkOf(release: JsonObject, { reference }: MergePlan, warnings: MergeWarning[]): Walk {
  return { reference, release, trail: [], warnings };
}
