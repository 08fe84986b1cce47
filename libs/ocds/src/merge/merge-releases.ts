import type { JsonObject } from '../json.js';
import { addToCompiled, addToVersioned, type MergeOptions, type MergePlan, planMerge } from './add-release.js';
import { newGrowth } from './growth.js';
import type { MergeWarning } from './merge-warning.js';
import { type OrderedRelease, orderReleases } from './order-releases.js';

/**
 * A contracting process merged: its present state and its history. Whole subtrees are shared between the two, with the
 * releases they came from and with earlier merges: read them, send them, never write to them.
 */
export interface Merged {
  readonly compiled: JsonObject;
  readonly versioned: JsonObject;
  readonly warnings: readonly MergeWarning[];
}

/**
 * Merges the releases of one contracting process, in the order of their dates, by the merge routine of OCDS 1.1
 * (https://standard.open-contracting.org/1.1/en/schema/merging/). The releases are not changed.
 * @throws MergeError when they have no order, contradict each other in shape, or are of several processes.
 */
export function mergeReleases(releases: readonly JsonObject[], options: MergeOptions = {}): Merged {
  const plan = planMerge(options);
  const ordered = orderReleases(releases, plan.reference);
  const warnings: MergeWarning[] = [];
  return { compiled: compile(ordered, plan, warnings), versioned: version(ordered, plan), warnings };
}

/** The compiled release alone: the latest value of each field. As `mergeReleases`. */
export function compileReleases(releases: readonly JsonObject[], options: MergeOptions = {}): JsonObject {
  const plan = planMerge(options);
  return compile(orderReleases(releases, plan.reference), plan, []);
}

/** The versioned release alone: each value of each field, with its release. As `mergeReleases`. */
export function versionReleases(releases: readonly JsonObject[], options: MergeOptions = {}): JsonObject {
  const plan = planMerge(options);
  return version(orderReleases(releases, plan.reference), plan);
}

/**
 * Adds one release to a merge made with the same options, read back from JSON or not; the result equals merging them
 * all again. The merge given is not changed.
 * @returns undefined when the release is older than the last one merged: then only merging them all is right.
 * @throws MergeError as `mergeReleases`
 */
export function appendRelease(merged: Merged, release: JsonObject, options: MergeOptions = {}): Merged | undefined {
  const plan = planMerge(options);
  const { compiled, versioned } = merged;
  const [, last] = orderReleases([lastOf(compiled), release], plan.reference);
  if (last?.release !== release) return undefined;
  const warnings = last.warning ? [...merged.warnings, last.warning] : [...merged.warnings];
  return {
    compiled: addToCompiled(compiled, release, plan, warnings, newGrowth()),
    versioned: addToVersioned(versioned, release, plan, newGrowth()),
    warnings,
  };
}

/** What the order of releases needs of the last one merged. */
function lastOf({ ocid, date }: JsonObject): JsonObject {
  return { ocid, date };
}

function compile(ordered: readonly OrderedRelease[], plan: MergePlan, warnings: MergeWarning[]): JsonObject {
  const growth = newGrowth();
  let compiled: JsonObject | undefined;
  for (const { release, warning } of ordered) {
    if (warning) warnings.push(warning);
    compiled = addToCompiled(compiled, release, plan, warnings, growth);
  }
  return compiled as JsonObject;
}

function version(ordered: readonly OrderedRelease[], plan: MergePlan): JsonObject {
  const growth = newGrowth();
  let versioned: JsonObject | undefined;
  for (const { release } of ordered) versioned = addToVersioned(versioned, release, plan, growth);
  return versioned as JsonObject;
}
